//! A telephone number, kept as it is dialled inside Indonesia.

use std::fmt;

/// Why a telephone number cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// So many digits are missing to ten.
    #[error("short")]
    Short(usize),
    /// So many digits are more than thirteen.
    #[error("long")]
    Long(usize),
    /// Something other than digits, spaces, dashes, dots, brackets and a leading plus.
    #[error("characters")]
    Characters,
    /// It begins neither with 0 nor with the country's 62.
    #[error("prefix")]
    Prefix,
}

/// Ten to thirteen digits that begin with 0; prints only masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(Box<str>);

impl Phone {
    /// Reads `0812-3456-7890`, `+62 812 3456 7890` or `(021) 345 6789`.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let national = national(&bare(raw)?)?;
        match national.len() {
            n if n < 10 => Err(Refused::Short(10 - n)),
            n if n > 13 => Err(Refused::Long(n - 13)),
            _ => Ok(Self(national.into())),
        }
    }

    /// The digits as dialled, beginning with 0.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `0812 •••• 0000`, the form of lists and logs.
    pub fn masked(&self) -> String {
        let (head, rest) = self.0.split_at_checked(4).unwrap_or_default();
        let tail = rest.get(rest.len().saturating_sub(4)..).unwrap_or_default();
        format!("{head} •••• {tail}")
    }
}

fn bare(raw: &str) -> Result<String, Refused> {
    let kept = |c: &char| !(c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')'));
    let bare: String = raw.chars().filter(kept).collect();
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    if digits.is_empty() {
        return Err(Refused::Empty);
    }
    if digits.bytes().all(|b| b.is_ascii_digit()) { Ok(bare) } else { Err(Refused::Characters) }
}

/// `+62 (0)812` is seen in letters, so a zero after the country code is not doubled.
fn national(bare: &str) -> Result<String, Refused> {
    if bare.starts_with('0') {
        return Ok(bare.to_owned());
    }
    let abroad = bare.strip_prefix('+').unwrap_or(bare);
    let local = abroad.strip_prefix("62").ok_or(Refused::Prefix)?;
    Ok(format!("0{}", local.strip_prefix('0').unwrap_or(local)))
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_way_of_writing_is_the_same_number() {
        for raw in [
            "081234567890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "62812.3456.7890",
            "+62 (0)812 3456 7890",
        ] {
            assert_eq!(Phone::parse(raw).unwrap().digits(), "081234567890", "{raw}");
        }
    }

    #[test]
    fn a_number_prints_only_masked() {
        let phone = Phone::parse("081200000000").unwrap();
        assert_eq!(phone.masked(), "0812 •••• 0000");
        assert_eq!(format!("{phone:?}"), "Phone(0812 •••• 0000)");
    }

    #[test]
    fn what_is_no_indonesian_number_is_refused_with_its_reason() {
        for (raw, refused) in [
            (" ", Refused::Empty),
            ("+", Refused::Empty),
            ("0812", Refused::Short(6)),
            ("08123456789012", Refused::Long(1)),
            ("0812 x", Refused::Characters),
            ("0812+3456789", Refused::Characters),
            ("81234567890", Refused::Prefix),
            ("+65 8123 4567", Refused::Prefix),
            ("+0812 3456 7890", Refused::Prefix),
        ] {
            assert_eq!(Phone::parse(raw), Err(refused), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_number_read_again_is_the_same(raw in "(0|62|\\+62)[1-9][0-9]{8,11}") {
            let phone = Phone::parse(&raw).unwrap();
            prop_assert_eq!(Phone::parse(phone.digits()).unwrap(), phone);
        }

        #[test]
        fn no_text_breaks_the_reading(raw in ".*") {
            if let Ok(phone) = Phone::parse(&raw) {
                prop_assert!(phone.digits().starts_with('0') && (10..=13).contains(&phone.digits().len()));
            }
        }
    }
}
