//! The 44 kecamatan as tiles of one size, so that large ones do not dominate and small ones do not vanish.
use super::{asked::figures, links::narrowed, stages::label};
use crate::{
    House,
    reports::{Answer, By, GroupAnswer, Narrowing},
    staff::Scope,
    words::{Figures, Lang, fill},
};
use rules::{Percent, RegionCode, StageKind};

/// Where each kecamatan lies: its code, column and row.
const LAYOUT: [(&str, u16, u16); 44] = [
    ("31.01.01", 3, 0),
    ("31.01.02", 4, 0),
    ("31.72.01", 2, 1),
    ("31.72.05", 4, 1),
    ("31.72.02", 5, 1),
    ("31.72.03", 6, 1),
    ("31.72.04", 7, 1),
    ("31.73.06", 0, 2),
    ("31.73.01", 1, 2),
    ("31.73.02", 2, 2),
    ("31.73.04", 3, 2),
    ("31.73.03", 4, 2),
    ("31.71.02", 5, 2),
    ("31.71.03", 6, 2),
    ("31.72.06", 7, 2),
    ("31.73.08", 0, 3),
    ("31.73.05", 1, 3),
    ("31.73.07", 2, 3),
    ("31.71.01", 3, 3),
    ("31.71.04", 4, 3),
    ("31.71.08", 5, 3),
    ("31.71.05", 6, 3),
    ("31.75.02", 7, 3),
    ("31.75.06", 8, 3),
    ("31.71.07", 3, 4),
    ("31.71.06", 4, 4),
    ("31.75.01", 5, 4),
    ("31.75.03", 6, 4),
    ("31.75.07", 7, 4),
    ("31.74.10", 1, 5),
    ("31.74.05", 2, 5),
    ("31.74.07", 3, 5),
    ("31.74.02", 4, 5),
    ("31.74.01", 5, 5),
    ("31.74.06", 2, 6),
    ("31.74.03", 3, 6),
    ("31.74.08", 4, 6),
    ("31.75.04", 5, 6),
    ("31.75.08", 6, 6),
    ("31.74.04", 3, 7),
    ("31.75.05", 5, 7),
    ("31.75.09", 6, 7),
    ("31.75.10", 7, 7),
    ("31.74.09", 3, 8),
];
/// The room of a tile in the picture.
const SIDE: u16 = 40;

/// The map with the table beside it.
pub(crate) struct Map {
    /// What it shows.
    pub title: String,
    /// The stages it can show instead.
    pub others: Vec<Other>,
    /// The tiles.
    pub tiles: Vec<Tile>,
    /// The same numbers, smallest percent first.
    pub rows: Vec<TileRow>,
}

/// Another stage to colour by.
pub(crate) struct Other {
    /// Its name.
    pub label: &'static str,
    /// The page with it.
    pub href: String,
    /// Whether it is the one shown.
    pub here: bool,
}

/// A kecamatan in the picture.
pub(crate) struct Tile {
    /// Its short name.
    pub short: String,
    /// The percent without decimals; nothing where nobody is registered.
    pub said: String,
    /// Its colour: 0 where nobody is registered, else 1 to 5.
    pub step: u64,
    x: u16,
    y: u16,
}

impl Tile {
    /// The left edge.
    pub fn x(&self) -> u16 {
        self.x * SIDE + 1
    }

    /// The upper edge.
    pub fn y(&self) -> u16 {
        self.y * SIDE + 1
    }

    /// The middle, for its text.
    pub fn middle(&self) -> u16 {
        self.x * SIDE + SIDE / 2
    }

    /// The line of its name.
    pub fn upper(&self) -> u16 {
        self.y * SIDE + 17
    }

    /// The line of its percent.
    pub fn lower(&self) -> u16 {
        self.y * SIDE + 31
    }

    /// Whether its text must be white.
    pub fn is_dark(&self) -> bool {
        self.step > 3
    }
}

/// A kecamatan in the table.
pub(crate) struct TileRow {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The percent.
    pub percent: String,
    /// Its figures by kelurahan.
    pub href: String,
}

/// The map, where all of Jakarta is grouped by kecamatan and by nothing else.
pub(crate) fn map(
    house: &House,
    scope: &Scope,
    asked: &Narrowing,
    answer: &Answer,
    stage: StageKind,
    lang: Lang,
) -> Option<Map> {
    let groups = answer.groups.as_ref()?;
    if asked.by != [By::Kecamatan] || asked.area.is_some() || scope.area().is_some() {
        return None;
    }
    let share = |code: &str| {
        let group = groups.iter().find(|group| code_of(group) == Some(code))?;
        let row = group.rows.iter().find(|row| row.stage == stage)?;
        Some((group, row.percent?))
    };
    let tile = |(code, x, y): (&str, u16, u16)| {
        let percent = share(code).map(|(_, percent)| percent);
        let said = percent.map_or(String::new(), |percent| ((percent.0 + 50) / 100).to_string());
        Tile { short: short(&name(house, code)), said, step: step(percent), x, y }
    };
    let mut rows: Vec<(Percent, TileRow)> = LAYOUT
        .iter()
        .filter_map(|(code, _, _)| share(code))
        .map(|(group, percent)| (percent, row(house, asked, group, percent)))
        .collect();
    rows.sort_by_key(|(percent, _)| *percent);
    Some(Map {
        title: fill(Figures::of(lang).map_title, &[("stage", label(stage, lang))]),
        others: others(asked, answer, stage, lang),
        tiles: LAYOUT.into_iter().map(tile).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    })
}

fn code_of(group: &GroupAnswer) -> Option<&str> {
    group.key.first()?.code.as_deref()
}

fn name(house: &House, code: &str) -> String {
    RegionCode::parse(code).map_or_else(|_| code.to_owned(), |code| house.region_name(code))
}

/// The first two letters of each word, or the first four of a single one; 44 different ones.
fn short(name: &str) -> String {
    if let Some(part) = name.strip_prefix("Kepulauan Seribu ") {
        return "KS".to_owned() + part.get(..1).unwrap_or_default();
    }
    let letters = if name.contains(' ') { 2 } else { 4 };
    name.split(' ').flat_map(|word| word.chars().take(letters)).collect()
}

fn step(percent: Option<Percent>) -> u64 {
    percent.map_or(0, |percent| (percent.0 / 2_000 + 1).min(5))
}

fn row(house: &House, asked: &Narrowing, group: &GroupAnswer, percent: Percent) -> TileRow {
    let name = name(house, code_of(group).unwrap_or_default());
    let narrowed = narrowed(asked, &group.key).unwrap_or_default();
    let inside = Narrowing { by: vec![By::Kelurahan], ..narrowed };
    TileRow {
        short: short(&name),
        name,
        percent: format!("{percent}%"),
        href: figures(&inside, &[]),
    }
}

fn others(asked: &Narrowing, answer: &Answer, stage: StageKind, lang: Lang) -> Vec<Other> {
    let stages = answer.rows.iter().skip(1).map(|row| row.stage);
    stages
        .map(|other| Other {
            label: label(other, lang),
            href: figures(asked, &[("map", other.word())]) + "#peta",
            here: other == stage,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::{Level, Regions};
    use std::collections::HashSet;

    #[test]
    fn every_kecamatan_has_a_place_and_a_short_name_of_its_own() {
        let regions = Regions::jakarta();
        let all = regions.all().iter().filter(|region| region.code.level() == Level::Kecamatan);
        let all: HashSet<String> = all.map(|region| region.code.to_string()).collect();
        let laid: HashSet<String> = LAYOUT.iter().map(|(code, _, _)| (*code).to_owned()).collect();
        assert_eq!(laid, all);
        let places: HashSet<(u16, u16)> = LAYOUT.iter().map(|(_, x, y)| (*x, *y)).collect();
        assert_eq!(places.len(), 44);
        let shorts: HashSet<String> = regions
            .all()
            .iter()
            .filter(|region| region.code.level() == Level::Kecamatan)
            .map(|region| short(&region.name))
            .collect();
        assert_eq!(shorts.len(), 44);
    }

    #[test]
    fn colours_go_in_fifths_and_nobody_has_none() {
        let at = |hundredths| step(Some(Percent(hundredths)));
        assert_eq!(
            [at(0), at(1_999), at(2_000), at(7_999), at(8_000), at(10_000)],
            [1, 1, 2, 4, 5, 5]
        );
        assert_eq!(step(None), 0);
    }
}
