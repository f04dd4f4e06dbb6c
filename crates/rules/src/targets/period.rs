//! The period of a target: several years, a year, a quarter or a month.
use crate::date;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;

/// The first year a target can be of.
const FIRST: i16 = 2017;
/// The last one.
const LAST: i16 = 2100;
/// A plan of five years touches six.
const LONGEST: i16 = 6;
const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// Whole years, a quarter or a month; written `2018-2022`, `2020`, `2020-Q4`, `2020-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// From the first of these years to the last.
    Years(i16, i16),
    /// A year.
    Year(i16),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
}

impl Period {
    /// A period as officers write it: `2017-2022`, `2020`, `2020-Q4`, `Triwulan IV 2020`, `2020-12`,
    /// `Desember 2020`.
    pub fn parse_officer(raw: &str) -> Option<Self> {
        let raw = raw.trim().replace('–', "-");
        let read = raw.rsplit_once(['-', ' ', '/']);
        let Some((left, right)) =
            read.map(|(left, right)| (left.trim_end_matches(['-', ' ', '/']), right))
        else {
            return year(&raw).map(Self::Year);
        };
        match (year(left), year(right)) {
            (Some(from), Some(to)) => {
                (from < to && to - from < LONGEST).then_some(Self::Years(from, to))
            }
            (Some(of), None) => part(of, right),
            (None, Some(of)) => part(of, left),
            (None, None) => None,
        }
    }

    /// The first day.
    pub fn first(self) -> Date {
        match self {
            Self::Years(from, _) => day(from, 1),
            Self::Year(of) => day(of, 1),
            Self::Quarter(of, quarter) => day(of, quarter * 3 - 2),
            Self::Month(of, month) => day(of, month),
        }
    }

    /// The last day.
    pub fn last(self) -> Date {
        match self {
            Self::Years(_, to) => day(to, 12),
            Self::Year(of) => day(of, 12),
            Self::Quarter(of, quarter) => day(of, quarter * 3),
            Self::Month(of, month) => day(of, month),
        }
        .last_of_month()
    }

    /// As it is read in Indonesian: `Triwulan IV 2020`.
    pub fn label_id(self) -> String {
        match self {
            Self::Years(from, to) => format!("{from}–{to}"),
            Self::Year(of) => of.to_string(),
            Self::Quarter(of, quarter) => format!("Triwulan {} {of}", roman(quarter)),
            Self::Month(of, month) => format!("{} {of}", date::month_words(month)),
        }
    }

    /// As it is read in English: `Quarter 4 2020`.
    pub fn label_en(self) -> String {
        match self {
            Self::Years(..) | Self::Year(_) => self.label_id(),
            Self::Quarter(of, quarter) => format!("Quarter {quarter} {of}"),
            Self::Month(..) => self.first().strftime("%B %Y").to_string(),
        }
    }
}

fn year(raw: &str) -> Option<i16> {
    let digits = raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
    raw.parse().ok().filter(|year| digits && (FIRST..=LAST).contains(year))
}

/// A quarter by its letter or its word, a month by its number or its name.
fn part(of: i16, raw: &str) -> Option<Period> {
    let lower = raw.to_lowercase();
    let quarter =
        ["triwulan", "quarter", "tw", "q"].iter().find_map(|word| lower.strip_prefix(word));
    match quarter {
        Some(which) => {
            let which = which.trim();
            let place = ROMAN.iter().position(|roman| roman.to_lowercase() == which);
            let number = which.parse().ok().filter(|number| (1..=4).contains(number));
            let placed = place.and_then(|place| i8::try_from(place + 1).ok());
            number.or(placed).map(|number| Period::Quarter(of, number))
        }
        None => date::month(raw).map(|month| Period::Month(of, month)),
    }
}

fn roman(quarter: i8) -> &'static str {
    let place = usize::try_from(quarter - 1).unwrap_or_default();
    ROMAN.get(place).copied().unwrap_or_default()
}

fn day(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::ZERO)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Years(from, to) => write!(f, "{from}-{to}"),
            Self::Year(of) => write!(f, "{of}"),
            Self::Quarter(of, quarter) => write!(f, "{of}-Q{quarter}"),
            Self::Month(of, month) => write!(f, "{of}-{month:02}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::parse_officer(&raw).ok_or_else(|| D::Error::custom("not a period"))
    }
}
