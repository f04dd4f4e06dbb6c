//! The number of a family card (KK), which many persons share (BR-6).

pub use crate::digits::Refused;

use crate::digits;
use std::fmt;

/// Sixteen digits; prints only masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyCard(Box<str>);

impl FamilyCard {
    /// Reads sixteen digits; spaces, dots and dashes between them do not count.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        digits::sixteen(raw).map(|digits| Self(digits.into()))
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

impl fmt::Debug for FamilyCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FamilyCard({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_card_number_is_sixteen_digits_and_prints_masked() {
        let card = FamilyCard::parse("3173 0501 0203 0004").unwrap();
        assert_eq!(card.digits(), "3173050102030004");
        assert_eq!(format!("{card:?}"), "FamilyCard(3173********0004)");
    }

    #[test]
    fn a_card_number_tells_how_many_digits_are_wrong() {
        assert_eq!(FamilyCard::parse("317305"), Err(Refused::Short(10)));
        assert_eq!(FamilyCard::parse("31730501020300045"), Err(Refused::Long(1)));
    }
}
