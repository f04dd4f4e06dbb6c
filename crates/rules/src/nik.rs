//! NIK, the number on the KTP: sixteen digits that cannot be wrong once built (BR-1).

mod warning;

pub use crate::digits::Refused;
pub use warning::{Stated, Warning};

use crate::{Sex, digits};
use jiff::civil::Date;
use std::fmt;

/// The youngest that a NIK's two-digit year is read as.
const YOUNGEST: i16 = 15;

/// A national identity number; prints only masked, and has no serialised form.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nik(Box<str>);

impl Nik {
    /// Reads sixteen digits; spaces, dots and dashes between them do not count.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        digits::sixteen(raw).map(|digits| Self(digits.into()))
    }

    /// All sixteen: for sealing, hashing and the open file only.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `3171********0001`, the form of lists and logs (BR-40).
    pub fn masked(&self) -> String {
        digits::masked(&self.0)
    }

    /// Province, city and kecamatan where it was first issued: not where the person lives now.
    pub fn region(&self) -> &str {
        self.0.get(..6).unwrap_or_default()
    }

    /// Whether it was first issued in Jakarta; a resident's need not be (BR-5).
    pub fn issued_in_jakarta(&self) -> bool {
        self.0.starts_with("31")
    }

    /// The sex in the day of birth; none where the day is impossible.
    pub fn sex(&self) -> Option<Sex> {
        match self.two(6) {
            1..=31 => Some(Sex::Male),
            41..=71 => Some(Sex::Female),
            _ => None,
        }
    }

    /// The birth date of one who is neither unborn nor a child: the latest century that allows it.
    pub fn birth_date(&self, today: Date) -> Option<Date> {
        self.possible_births(today).find(|born| crate::date::age(*born, today) >= YOUNGEST)
    }

    /// The real dates its digits can mean in the century of `today` and the one before, latest first.
    fn possible_births(&self, today: Date) -> impl Iterator<Item = Date> {
        let (day, month, year) = (self.day(), self.two(8), i16::from(self.two(10)));
        let century = today.year() / 100 * 100;
        [century + year, century - 100 + year]
            .into_iter()
            .filter_map(move |year| Date::new(year, month, day?).ok())
    }

    /// The day of birth without the forty that is added for women.
    fn day(&self) -> Option<i8> {
        match self.sex()? {
            Sex::Male => Some(self.two(6)),
            Sex::Female => Some(self.two(6) - 40),
        }
    }

    fn two(&self, at: usize) -> i8 {
        self.0.get(at..at + 2).and_then(|two| two.parse().ok()).unwrap_or_default()
    }
}

impl fmt::Debug for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nik({})", self.masked())
    }
}

impl fmt::Display for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests;
