//! A plan of one year, moved to another.

use super::PlannedClasses;
use crate::Date;
use jiff::Span;

/// The line in another year: the same month, and where it names a day, the same day of the week nearest
/// to it that is still in that month.
#[must_use]
pub fn shifted(line: &PlannedClasses, year: i16) -> PlannedClasses {
    let first_on = line.first_on.and_then(|on| same_weekday(on, year));
    PlannedClasses { first_on, ..line.clone() }
}

fn same_weekday(on: Date, year: i16) -> Option<Date> {
    let day_of = |day| Date::new(year, on.month(), day).ok();
    let near = day_of(on.day()).or_else(|| day_of(on.day() - 1))?;
    let off = near.weekday().until(on.weekday());
    let off = if off > 3 { off - 7 } else { off };
    let at = |days: i8| near.checked_add(Span::new().days(days)).ok();
    let in_month = |day: &Date| day.month() == on.month() && day.year() == year;
    [off, off + 7, off - 7].into_iter().filter_map(at).find(in_month)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::{super::tests::line, *};
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_tuesday_in_march_stays_a_tuesday_in_march() {
        let on = |day| shifted(&PlannedClasses { first_on: Some(day), ..line() }, 2021).first_on;
        assert_eq!(on(date(2020, 3, 10)), Some(date(2021, 3, 9)));
        assert_eq!(on(date(2020, 3, 1)), Some(date(2021, 3, 7)), "not 28 February");
        assert_eq!(shifted(&line(), 2021), line(), "without a day nothing changes");
    }

    proptest! {
        #[test]
        fn month_and_day_of_the_week_stay(days in 0_i32..9_000, year in 2017_i16..2040) {
            let on = date(2017, 1, 1).checked_add(Span::new().days(days)).unwrap();
            let moved = same_weekday(on, year).unwrap();
            prop_assert_eq!((moved.year(), moved.month()), (year, on.month()));
            prop_assert_eq!(moved.weekday(), on.weekday());
            prop_assert!((moved.day() - on.day()).abs() <= 7);
        }
    }
}
