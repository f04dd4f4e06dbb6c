//! The six digits a member signs in with: given once, good for a quarter of an hour, for few tries.

use crate::Instant;

/// How long a code is good, in seconds: long enough to find the page on an old phone at the counter.
const GOOD_FOR: i64 = 15 * 60;
/// So many wrong tries kill a code; a guess then fits once in 200,000 codes.
const TRIES: i64 = 5;
/// So many codes there are.
const CODES: u64 = 1_000_000;

/// Six digits; never printed by accident, because whoever has them is let in.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCode(u32);

impl std::fmt::Debug for SignInCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignInCode(••••••)")
    }
}

impl SignInCode {
    /// A code from random bits; of 64 of them, none of the codes is noticeably likelier.
    pub fn of(random: u64) -> Self {
        Self(u32::try_from(random % CODES).unwrap_or_default())
    }

    /// Reads what was typed or pasted; spaces and dashes do not count. None where it is no code.
    pub fn parse(raw: &str) -> Option<Self> {
        let bare: String = raw.chars().filter(|c| !(c.is_whitespace() || *c == '-')).collect();
        let six = bare.len() == 6 && bare.bytes().all(|b| b.is_ascii_digit());
        bare.parse().ok().filter(|_| six).map(Self)
    }

    /// The digits, to be hashed.
    pub fn digits(&self) -> String {
        format!("{:06}", self.0)
    }

    /// `123 456`, to be read out or copied from paper.
    pub fn spelled(&self) -> String {
        let digits = self.digits();
        let (head, tail) = digits.split_at(3);
        format!("{head} {tail}")
    }
}

/// Until when a code given now is good.
pub fn good_until(now: Instant) -> Instant {
    Instant(now.0.saturating_add(GOOD_FOR * 1_000_000))
}

/// Whether a code still lets in, after so many wrong tries.
pub fn is_good(now: Instant, good_until: Instant, wrong_tries: i64) -> bool {
    now < good_until && wrong_tries < TRIES
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_is_pasted_and_nothing_else_is_one() {
        for raw in ["012345", " 012 345 ", "012-345", "01 23 45\n"] {
            assert_eq!(SignInCode::parse(raw), Some(SignInCode(12_345)), "{raw:?}");
        }
        for raw in ["", "12345", "0123456", "01234x", "+12345", "०१२३४५"] {
            assert_eq!(SignInCode::parse(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn a_code_dies_after_a_quarter_of_an_hour_or_five_wrong_tries() {
        let now = Instant(0);
        let until = good_until(now);
        let just_before = Instant(until.0 - 1);
        assert_eq!(until, Instant(900_000_000));
        assert!(is_good(just_before, until, 4));
        assert!(!is_good(until, until, 0));
        assert!(!is_good(now, until, 5));
    }

    #[test]
    fn a_code_is_not_printed_by_accident() {
        assert!(!format!("{:?}", SignInCode(123_456)).contains("123"));
    }

    proptest! {
        #[test]
        fn every_code_has_six_digits_and_is_read_back(random: u64) {
            let code = SignInCode::of(random);
            prop_assert_eq!(code.digits().len(), 6);
            prop_assert_eq!(SignInCode::parse(&code.spelled()).unwrap(), code);
        }

        #[test]
        fn no_text_breaks_the_reading(raw in "\\PC*") {
            let _ = SignInCode::parse(&raw);
        }
    }
}
