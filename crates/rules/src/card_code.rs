//! What the code on a member card says: `JP1:` with the record's id and what proves it. No personal data.

use crate::{CheckCode, MemberId};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// The first kind of card.
const KIND: &str = "JP1";

/// The text is no card's code; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("card-code")]
pub struct NoCardCode;

/// Which member a card is of, and what proves that it was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardCode {
    /// The member record.
    pub member: MemberId,
    /// What proves it.
    pub code: CheckCode,
}

impl CardCode {
    /// Reads what a scanner typed; case and spaces around it do not count.
    pub fn parse(raw: &str) -> Result<Self, NoCardCode> {
        let mut parts = raw.trim().split(':');
        let (kind, member, code) = (parts.next(), parts.next(), parts.next());
        let (Some(kind), Some(member), Some(code), None) = (kind, member, code, parts.next())
        else {
            return Err(NoCardCode);
        };
        if !kind.eq_ignore_ascii_case(KIND) {
            return Err(NoCardCode);
        }
        let member = Uuid::try_parse(member).map_err(|_| NoCardCode)?;
        let code = CheckCode::parse(code).map_err(|_| NoCardCode)?;
        Ok(Self { member: MemberId(member), code })
    }
}

impl fmt::Display for CardCode {
    /// Capitals alone, of which a QR code holds more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{KIND}:{:X}:{}", self.member.0.simple(), self.code)
    }
}

impl FromStr for CardCode {
    type Err = NoCardCode;
    fn from_str(raw: &str) -> Result<Self, NoCardCode> {
        Self::parse(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_back_and_fits_the_letters_of_a_small_qr_code(member: u128, hash: [u8; 16]) {
            let card = CardCode { member: MemberId(Uuid::from_u128(member)), code: CheckCode::of(hash) };
            let printed = card.to_string();
            prop_assert_eq!(printed.len(), 45);
            prop_assert!(printed.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b':'));
            prop_assert_eq!(CardCode::parse(&printed), Ok(card));
            prop_assert_eq!(CardCode::parse(&format!(" {} ", printed.to_lowercase())), Ok(card));
        }

        #[test]
        fn no_text_breaks_the_reading(raw in "\\PC*") {
            let _ = CardCode::parse(&raw);
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for raw in ["", "JP1", "JP1:x:K7QX2M9T", "JP2:018F0000000070008000000000000001:K7QX2M9T"] {
            assert_eq!(CardCode::parse(raw), Err(NoCardCode), "{raw}");
        }
    }
}
