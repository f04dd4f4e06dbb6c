//! The tree of regions, and finding one by the name an officer writes.

mod bps;

pub use bps::bps_code;

use crate::{Level, Region, RegionCode, text};
use jiff::civil::Date;
use std::{collections::HashMap, sync::LazyLock};

const SEED: &str = include_str!("../data/jakarta-regions.csv");
/// What officers put before a name; a name may begin with the same letters.
const TITLES: [&str; 4] = ["kel", "kelurahan", "kec", "kecamatan"];

/// What a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// This region.
    One(RegionCode),
    /// No region has that name.
    None,
    /// More than one has it: the officer must say more.
    Several,
}

/// All regions, sorted by code.
#[derive(Debug, Clone)]
pub struct Regions {
    all: Vec<Region>,
    by_name: HashMap<(Level, String), Vec<RegionCode>>,
}

impl Regions {
    /// Jakarta as the programme knows it from the start: 6 cities, 44 kecamatan, 267 kelurahan.
    pub fn jakarta() -> &'static Self {
        static JAKARTA: LazyLock<Regions> = LazyLock::new(|| Regions::of(seed().collect()));
        &JAKARTA
    }

    /// The tree of these regions.
    pub fn of(mut all: Vec<Region>) -> Self {
        all.sort_by_key(|region| (region.code, region.valid_from));
        let mut by_name: HashMap<_, Vec<RegionCode>> = HashMap::new();
        for region in &all {
            let codes =
                by_name.entry((region.code.level(), text::squeezed(&region.name))).or_default();
            if codes.last() != Some(&region.code) {
                codes.push(region.code);
            }
        }
        Self { all, by_name }
    }

    /// The region of a code; the latest, where its name changed.
    pub fn get(&self, code: RegionCode) -> Option<&Region> {
        let after = self.all.partition_point(|region| region.code <= code);
        self.all[..after].last().filter(|region| region.code == code)
    }

    /// Every region, a region before what is in it.
    pub fn all(&self) -> &[Region] {
        &self.all
    }

    /// The regions right below a code.
    pub fn children(&self, code: RegionCode) -> impl Iterator<Item = &Region> {
        let from = self.all.partition_point(|region| region.code <= code);
        let below = self.all[from..].iter().take_while(move |region| region.code.within(&code));
        below.filter(move |region| region.code.parent() == Some(code))
    }

    /// The regions that count on a day.
    pub fn valid_on(&self, date: Date) -> impl Iterator<Item = &Region> {
        self.all.iter().filter(move |region| region.valid_on(date))
    }

    /// The official name of a code.
    pub fn name(&self, code: RegionCode) -> Option<&str> {
        self.get(code).map(|region| region.name.as_str())
    }

    /// The kecamatan of a code or name.
    pub fn find_kecamatan(&self, name: &str) -> Found {
        one_of(&self.called(Level::Kecamatan, name))
    }

    /// The kelurahan of a code or name, in a kecamatan where one is named.
    pub fn find_kelurahan(&self, name: &str, kecamatan: Option<&str>) -> Found {
        let mut found = self.called(Level::Kelurahan, name);
        if let Some(around) = kecamatan.filter(|around| !around.trim().is_empty()) {
            let around = self.called(Level::Kecamatan, around);
            found.retain(|code| around.iter().any(|kecamatan| code.within(kecamatan)));
        }
        one_of(&found)
    }

    fn called(&self, level: Level, name: &str) -> Vec<RegionCode> {
        if let Ok(code) = RegionCode::parse(name) {
            let known = code.level() == level && self.get(code).is_some();
            return if known { vec![code] } else { Vec::new() };
        }
        let key = (level, text::squeezed(untitled(name)));
        self.by_name.get(&key).cloned().unwrap_or_default()
    }
}

fn one_of(codes: &[RegionCode]) -> Found {
    match codes {
        [] => Found::None,
        [code] => Found::One(*code),
        [_, _, ..] => Found::Several,
    }
}

/// A name without `Kel.`, `Kelurahan`, `Kec.` or `Kecamatan` before it.
fn untitled(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(|c: char| !c.is_alphanumeric()) {
        Some((title, rest)) if TITLES.iter().any(|known| known.eq_ignore_ascii_case(title)) => rest,
        _ => name,
    }
}

/// The rows of the seed: `code,name,level,parent_code,valid_from,valid_to`.
fn seed() -> impl Iterator<Item = Region> {
    SEED.lines().skip(1).filter_map(|line| {
        let [code, name, _, _, from, to] = line.split(',').collect::<Vec<_>>()[..] else {
            return None;
        };
        Some(Region {
            code: code.parse().ok()?,
            name: name.to_owned(),
            valid_from: from.parse().ok()?,
            valid_to: if to.is_empty() { None } else { Some(to.parse().ok()?) },
        })
    })
}

#[cfg(test)]
mod tests;
