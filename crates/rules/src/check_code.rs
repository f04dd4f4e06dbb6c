//! Eight letters that a person can read out and nobody can guess: the end of a certificate's number or a card's code.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Letters and digits of which none looks like another: no `0` and `O`, no `1`, `I` and `L`.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// How many letters a code has: 850 thousand million codes.
const LENGTH: usize = 8;

/// A code made from a keyed hash; equal only when every letter is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CheckCode([u8; LENGTH]);

/// The text is no code; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("check-code")]
pub struct NoCheckCode;

impl CheckCode {
    /// The code of a keyed hash.
    pub fn of(hash: [u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(hash);
        let mut code = [0; LENGTH];
        for letter in &mut code {
            let at = usize::try_from(rest % 31).unwrap_or_default();
            *letter = LETTERS.get(at).copied().unwrap_or_default();
            rest /= 31;
        }
        Self(code)
    }

    /// Reads a code; case does not count.
    pub fn parse(raw: &str) -> Result<Self, NoCheckCode> {
        let raw = raw.to_ascii_uppercase();
        let code: [u8; LENGTH] = raw.as_bytes().try_into().map_err(|_| NoCheckCode)?;
        let known = code.iter().all(|letter| LETTERS.contains(letter));
        if known { Ok(Self(code)) } else { Err(NoCheckCode) }
    }

    /// Whether both are the same, in a time that does not tell where they differ.
    pub fn same(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

impl fmt::Debug for CheckCode {
    /// A code is what lets somebody look a certificate up, so a log does not show it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CheckCode(…)")
    }
}

impl TryFrom<String> for CheckCode {
    type Error = NoCheckCode;
    fn try_from(raw: String) -> Result<Self, NoCheckCode> {
        Self::parse(&raw)
    }
}

impl From<CheckCode> for String {
    fn from(code: CheckCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_back_in_any_case_and_one_other_letter_is_another_code(
            hash: [u8; 16], at in 0..LENGTH, plus in 1_usize..31
        ) {
            let code = CheckCode::of(hash);
            let printed = code.to_string();
            prop_assert_eq!(CheckCode::parse(&printed.to_ascii_lowercase()), Ok(code));
            prop_assert!(code.same(&code));
            let mut other = printed.into_bytes();
            let place = LETTERS.iter().position(|letter| *letter == other[at]).unwrap_or_default();
            other[at] = LETTERS[(place + plus) % 31];
            let other = CheckCode::parse(&String::from_utf8_lossy(&other));
            prop_assert!(other.is_ok_and(|other| !other.same(&code)));
        }

        #[test]
        fn no_text_breaks_the_reading(raw in "\\PC*") {
            let _ = CheckCode::parse(&raw);
        }
    }

    #[test]
    fn letters_that_look_alike_are_in_no_code() {
        for raw in ["K7QX2M9O", "K7QX2M90", "K7QX2M9I", "K7QX2M9", "K7QX2M9TT", ""] {
            assert_eq!(CheckCode::parse(raw), Err(NoCheckCode), "{raw}");
        }
    }
}
