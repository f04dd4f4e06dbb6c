//! Region codes of Kemendagri, from the province down to the kelurahan (BR-48).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How far down a region is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Jakarta.
    Province,
    /// One of five cities and a regency.
    City,
    /// A district with its office, where residents are registered.
    Kecamatan,
    /// The smallest with a code.
    Kelurahan,
}

impl Level {
    /// From the widest to the narrowest.
    pub const ALL: [Self; 4] = [Self::Province, Self::City, Self::Kecamatan, Self::Kelurahan];

    /// The word in files, addresses and the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::Kecamatan => "kecamatan",
            Self::Kelurahan => "kelurahan",
        }
    }

    /// The one with exactly this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }

    /// How many codes of kelurahan one code of this level spans.
    const fn span(self) -> u64 {
        match self {
            Self::Province => 100_000_000,
            Self::City => 1_000_000,
            Self::Kecamatan => 10_000,
            Self::Kelurahan => 1,
        }
    }

    /// The digits of a code of this level.
    const fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::City => 4,
            Self::Kecamatan => 6,
            Self::Kelurahan => 10,
        }
    }
}

/// Why a text is no region code; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Neither `31`, `31.71`, `31.71.01`, `31.71.01.1001` nor one of these without dots.
    #[error("format")]
    Format,
}

/// A code such as `31.73.05`; sorts as it is written, a region before what is in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode {
    /// The ten digits of a kelurahan, zeros where the region is wider.
    number: u64,
    level: Level,
}

impl RegionCode {
    /// Reads a code with all its dots or without any.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let raw = raw.trim();
        let digits: String = raw.chars().filter(|c| *c != '.').collect();
        let level = Level::ALL.into_iter().find(|level| level.digits() == digits.len());
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        let (Some(level), true, Ok(number)) = (level, plain, digits.parse::<u64>()) else {
            return Err(Refused::Format);
        };
        let code = Self { number: number * level.span(), level };
        let as_written = raw == digits || raw == code.to_string();
        if as_written { Ok(code) } else { Err(Refused::Format) }
    }

    /// How far down it is.
    pub const fn level(self) -> Level {
        self.level
    }

    /// The region around it; none around a province.
    pub const fn parent(self) -> Option<Self> {
        match self.level {
            Level::Province => None,
            Level::City => Some(self.widened(Level::Province)),
            Level::Kecamatan => Some(self.widened(Level::City)),
            Level::Kelurahan => Some(self.widened(Level::Kecamatan)),
        }
    }

    /// Its kecamatan, or itself; none where it is wider.
    pub fn kecamatan(self) -> Option<Self> {
        self.at(Level::Kecamatan)
    }

    /// Its city, or itself; none where it is wider.
    pub fn city(self) -> Option<Self> {
        self.at(Level::City)
    }

    /// The region of that level it is in, or itself; none where it is wider.
    pub fn at(self, level: Level) -> Option<Self> {
        (self.level >= level).then(|| self.widened(level))
    }

    /// Whether it is that region or in it.
    pub fn within(self, around: &Self) -> bool {
        self.at(around.level) == Some(*around)
    }

    /// The code without dots, as in a NIK: `317305`.
    pub fn digits(self) -> String {
        format!("{:0width$}", self.number / self.level.span(), width = self.level.digits())
    }

    const fn widened(self, level: Level) -> Self {
        Self { number: self.number / level.span() * level.span(), level }
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.number;
        let pair = |level: Level| n / level.span() % 100;
        write!(f, "{:02}", pair(Level::Province))?;
        if self.level >= Level::City {
            write!(f, ".{:02}", pair(Level::City))?;
        }
        if self.level >= Level::Kecamatan {
            write!(f, ".{:02}", pair(Level::Kecamatan))?;
        }
        if self.level == Level::Kelurahan {
            write!(f, ".{:04}", n % 10_000)?;
        }
        Ok(())
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegionCode({self})")
    }
}

impl FromStr for RegionCode {
    type Err = Refused;
    fn from_str(raw: &str) -> Result<Self, Refused> {
        Self::parse(raw)
    }
}

impl TryFrom<String> for RegionCode {
    type Error = Refused;
    fn try_from(raw: String) -> Result<Self, Refused> {
        Self::parse(&raw)
    }
}

impl From<RegionCode> for String {
    fn from(code: RegionCode) -> Self {
        code.to_string()
    }
}

/// A region with the time its code and name are good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its official name.
    pub name: String,
    /// The first day it counts.
    pub valid_from: Date,
    /// The first day it no longer counts, where there is one.
    pub valid_to: Option<Date>,
}

impl Region {
    /// Whether it counts on that day.
    pub fn valid_on(&self, date: Date) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|end| date < end)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    fn code(raw: &str) -> RegionCode {
        RegionCode::parse(raw).unwrap()
    }

    #[test]
    fn a_code_is_read_with_all_its_dots_or_none() {
        assert_eq!(code("31.73.05.1001"), code("3173051001"));
        assert_eq!(code(" 31 ").level(), Level::Province);
        assert_eq!(code("00.01").to_string(), "00.01");
        for raw in [
            "",
            "3",
            "31.",
            "31.7305",
            "3173.05",
            "31.73.5",
            "31.73.05.100",
            "31 73",
            "+1.73",
            "৩১",
        ] {
            assert_eq!(RegionCode::parse(raw), Err(Refused::Format), "{raw}");
        }
    }

    #[test]
    fn a_code_knows_what_is_around_it() {
        let kelurahan = code("31.73.05.1001");
        assert_eq!(kelurahan.parent(), Some(code("31.73.05")));
        assert_eq!(kelurahan.kecamatan(), Some(code("31.73.05")));
        assert_eq!(kelurahan.city(), Some(code("31.73")));
        assert_eq!(code("31.73").kecamatan(), None);
        assert_eq!(code("31").parent(), None);
        assert!(!code("31.73").within(&code("31.73.05")));
        assert!(!code("31.74.05").within(&code("31.73")));
        assert_eq!(code("31.73.05").digits(), "317305");
    }

    #[test]
    fn a_region_counts_from_its_first_day_until_its_end() {
        let (from, end) = (jiff::civil::date(2018, 1, 1), jiff::civil::date(2027, 1, 1));
        let region =
            Region { code: code("31"), name: String::new(), valid_from: from, valid_to: Some(end) };
        let days = [from.yesterday().unwrap(), from, end.yesterday().unwrap(), end];
        assert_eq!(days.map(|day| region.valid_on(day)), [false, true, true, false]);
    }

    proptest! {
        #[test]
        fn a_code_prints_as_it_is_written(raw in "[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?") {
            prop_assert_eq!(code(&raw).to_string(), raw);
        }

        #[test]
        fn a_region_is_within_itself_and_all_around_it_and_no_parent_within_its_child(
            raw in "[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?"
        ) {
            let region = code(&raw);
            prop_assert!(region.within(&region));
            let mut inner = region;
            while let Some(parent) = inner.parent() {
                prop_assert!(region.within(&parent) && !parent.within(&region));
                prop_assert!(raw.starts_with(&parent.to_string()) && parent < inner);
                inner = parent;
            }
        }

        #[test]
        fn codes_sort_as_they_are_written(
            a in "31(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?", b in "31(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?"
        ) {
            prop_assert_eq!(code(&a).cmp(&code(&b)), a.cmp(&b));
        }
    }
}
