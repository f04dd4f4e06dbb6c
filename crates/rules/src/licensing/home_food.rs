//! P-IRT, the permit of food made at home: how its number is built (BR-22).

use super::number::{NumberRefused, Warning};
use jiff::civil::Date;

/// How many years after its issue a number may end.
const LONGEST: i16 = 5;

/// Fifteen digits; the last two are the year it ends, at most five after the year of issue.
pub(super) fn check(digits: &str, issued_on: Option<Date>) -> Result<Vec<Warning>, NumberRefused> {
    let ends = i16::from(last_year(digits).unwrap_or_default()) + 2000;
    if let Some(issued) = issued_on.map(Date::year) {
        if ends < issued {
            return Err(NumberRefused::EndsBeforeIssue);
        }
        if ends > issued + LONGEST {
            return Err(NumberRefused::EndsTooLate);
        }
    }
    let packaging = digits.starts_with(|first| matches!(first, '1'..='8'));
    Ok(if packaging { vec![] } else { vec![Warning::UnknownPackaging] })
}

/// The year in the last two digits, without its century.
pub(super) fn last_year(digits: &str) -> Option<u8> {
    digits.get(13..15)?.parse().ok()
}

/// `1234567890123-45`.
pub(super) fn written(digits: &str) -> String {
    digits.split_at_checked(13).map_or_else(|| digits.into(), |(all, year)| format!("{all}-{year}"))
}
