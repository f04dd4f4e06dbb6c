//! A day as a small number, for the columns that figures are counted from.

use jiff::{Span, Unit, civil::Date};

const FIRST: Date = jiff::civil::date(2000, 1, 1);

/// Days since 1 January 2000; earlier dates count as that day, later ones than 2179 as the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub u16);

impl Day {
    /// The day of a date.
    pub fn of(date: Date) -> Self {
        let days = FIRST.until((Unit::Day, date)).map_or(0, |span| span.get_days());
        Self(u16::try_from(days.max(0)).unwrap_or(u16::MAX))
    }

    /// The date of the day.
    pub fn date(self) -> Date {
        FIRST.saturating_add(Span::new().days(i64::from(self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn days_count_from_2000_and_saturate() {
        assert_eq!(Day::of(date(2000, 1, 1)), Day(0));
        assert_eq!(Day::of(date(2000, 3, 1)), Day(60));
        assert_eq!(Day::of(date(1999, 12, 31)), Day(0));
        assert_eq!(Day::of(date(2500, 1, 1)), Day(u16::MAX));
    }

    proptest! {
        #[test]
        fn a_day_and_its_date_are_the_same(number: u16) {
            prop_assert_eq!(Day::of(Day(number).date()), Day(number));
        }
    }
}
