//! The number of a released report: the year it was released in, and its place in that year.
use std::{fmt, str::FromStr};

/// `2022-0001`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleaseNumber {
    /// The year of the release.
    pub year: i64,
    /// Its place in the year, from 1.
    pub serial: i64,
}

impl fmt::Display for ReleaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.year, self.serial)
    }
}

/// Not the number of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

impl FromStr for ReleaseNumber {
    type Err = NoNumber;

    fn from_str(raw: &str) -> Result<Self, NoNumber> {
        let (year, serial) = raw.trim().split_once('-').ok_or(NoNumber)?;
        let digits = |text: &str| {
            let plain = (4..=9).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
            text.parse().ok().filter(|_| plain).ok_or(NoNumber)
        };
        Ok(Self { year: digits(year)?, serial: digits(serial)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_and_nothing_else_is_one() {
        for (year, serial) in [(2022, 1), (2026, 12_345)] {
            let number = ReleaseNumber { year, serial };
            assert_eq!(number.to_string().parse(), Ok(number));
        }
        for wrong in ["", "2022", "2022-1", "2022-+001", "20220001", "2022-0001-1", "a-b"] {
            assert_eq!(wrong.parse::<ReleaseNumber>(), Err(NoNumber), "{wrong}");
        }
    }
}
