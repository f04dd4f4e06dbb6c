//! NPWP, the tax number: the old fifteen digits, or sixteen since 2024 (BR-7).

use crate::digits;
use std::fmt;

/// Why a tax number cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// So many digits are missing to fifteen.
    #[error("short")]
    Short(usize),
    /// So many digits are more than sixteen.
    #[error("long")]
    Long(usize),
    /// Something other than digits, spaces, dots and dashes.
    #[error("characters")]
    Characters,
    /// The ninth digit does not fit the eight before it: one was mistyped.
    #[error("check-digit")]
    CheckDigit,
}

/// A tax number in its form of sixteen digits; prints only masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaxNumber(Box<str>);

impl TaxNumber {
    /// Reads both forms; an old number gets the leading zero of the new one.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let digits = match digits::all(raw)? {
            all if all.len() < 15 => return Err(Refused::Short(15 - all.len())),
            all if all.len() > 16 => return Err(Refused::Long(all.len() - 16)),
            all if all.len() == 15 => format!("0{all}"),
            all => all,
        };
        if checks(&digits) { Ok(Self(digits.into())) } else { Err(Refused::CheckDigit) }
    }

    /// All sixteen: for sealing and the open file only.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// First and last four digits, the form of lists and logs.
    pub fn masked(&self) -> String {
        digits::masked(&self.0)
    }
}

/// Without the leading zero it is a citizen's NIK, which has no check digit.
fn checks(sixteen: &str) -> bool {
    let Some(old) = sixteen.strip_prefix('0') else { return true };
    let check = old.as_bytes().get(8).map(|b| b - b'0');
    old.get(..8).map(digits::luhn) == check
}

impl From<digits::Refused> for Refused {
    fn from(refused: digits::Refused) -> Self {
        match refused {
            digits::Refused::Empty => Self::Empty,
            digits::Refused::Short(n) => Self::Short(n),
            digits::Refused::Long(n) => Self::Long(n),
            digits::Refused::Characters => Self::Characters,
        }
    }
}

impl fmt::Debug for TaxNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TaxNumber({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn an_old_number_gets_the_leading_zero_of_the_new_form() {
        let number = TaxNumber::parse("12.345.678.2-012.000").unwrap();
        assert_eq!(number.digits(), "0123456782012000");
        assert_eq!(TaxNumber::parse("0123456782012000").unwrap(), number);
    }

    #[test]
    fn a_mistyped_ninth_digit_is_refused_in_both_forms() {
        assert_eq!(TaxNumber::parse("12.345.678.3-012.000"), Err(Refused::CheckDigit));
        assert_eq!(TaxNumber::parse("0123456783012000"), Err(Refused::CheckDigit));
    }

    #[test]
    fn a_citizens_number_is_the_nik() {
        assert_eq!(TaxNumber::parse("3173055506900003").unwrap().digits(), "3173055506900003");
    }

    #[test]
    fn too_few_and_too_many_digits_are_counted() {
        assert_eq!(TaxNumber::parse("12.345"), Err(Refused::Short(10)));
        assert_eq!(TaxNumber::parse("12345678201200012"), Err(Refused::Long(1)));
        assert_eq!(TaxNumber::parse("NPWP"), Err(Refused::Characters));
        assert_eq!(TaxNumber::parse(" - "), Err(Refused::Empty));
    }
}
