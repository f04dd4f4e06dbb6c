//! A month of a calendar year, the unit in which turnover is told.

use crate::date;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Year x 12 + month - 1, so that the next month is the next number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(pub u16);

impl Month {
    /// The month of a date; dates of the programme are far from the ends of the calendar.
    pub fn of(date: Date) -> Self {
        let months = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        Self(u16::try_from(months.max(0)).unwrap_or(u16::MAX))
    }

    /// The last month that was over at the end of that day.
    pub fn last_full(day: Date) -> Self {
        Self::of(day.saturating_add(1.day())).before(1)
    }

    /// Reads `2021-03`, `03/2021`, `3-2021`, `Maret 2021` and what else dates are written with.
    pub fn parse_officer(raw: &str) -> Result<Self, date::Refused> {
        let first = date::parse_officer(&format!("1 {}", raw.trim()));
        let read = first.or_else(|_| date::parse_officer(&format!("{} 1", raw.trim())));
        read.map(Self::of)
    }

    /// The calendar year.
    pub const fn year(self) -> u16 {
        self.0 / 12
    }

    /// 1 for January.
    pub const fn number(self) -> u16 {
        self.0 % 12 + 1
    }

    /// So many months earlier.
    #[must_use]
    pub const fn before(self, months: u16) -> Self {
        Self(self.0.saturating_sub(months))
    }

    /// So many months later.
    #[must_use]
    pub const fn after(self, months: u16) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Its first day; none beyond the calendar.
    pub fn first_day(self) -> Option<Date> {
        let (year, month) = (i16::try_from(self.year()).ok()?, i8::try_from(self.number()).ok()?);
        Date::new(year, month, 1).ok()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_usual_way_of_writing_is_the_same_month() {
        for raw in ["2021-03", "03/2021", "3-2021", "Maret 2021", " mar 2021 ", "2021/3"] {
            assert_eq!(Month::parse_officer(raw), Ok(Month::of(date(2021, 3, 31))), "{raw}");
        }
        for raw in ["", "2021", "13/2021", "2 Maret 2021"] {
            assert!(Month::parse_officer(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn a_month_is_over_at_the_end_of_its_last_day() {
        assert_eq!(Month::last_full(date(2022, 5, 30)).to_string(), "2022-04");
        assert_eq!(Month::last_full(date(2022, 5, 31)).to_string(), "2022-05");
        assert_eq!(Month::last_full(date(2022, 1, 1)).to_string(), "2021-12");
        assert_eq!(Month::last_full(date(2024, 2, 28)).to_string(), "2024-01");
    }

    #[test]
    fn a_month_knows_its_first_day_and_its_neighbours() {
        let december = Month::of(date(2021, 12, 9));
        assert_eq!(december.first_day(), Some(date(2021, 12, 1)));
        assert_eq!(december.after(1).to_string(), "2022-01");
        assert_eq!(december.before(12).to_string(), "2020-12");
        assert_eq!(Month(u16::MAX).first_day().map(Date::year), Some(5461));
    }
}
