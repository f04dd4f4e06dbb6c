//! Numbers that people write with spaces, dots and dashes: the digits in them, and Luhn's check.

/// Why a written number cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// So many digits are missing.
    #[error("short")]
    Short(usize),
    /// So many digits are too many.
    #[error("long")]
    Long(usize),
    /// Something other than digits, spaces, dots and dashes.
    #[error("characters")]
    Characters,
}

/// The digits of a number, where nothing but separators stands between them.
pub(crate) fn all(raw: &str) -> Result<String, Refused> {
    let kept = |c: &char| !(c.is_whitespace() || matches!(c, '.' | '-'));
    let digits: String = raw.chars().filter(kept).collect();
    if digits.is_empty() {
        return Err(Refused::Empty);
    }
    if digits.bytes().all(|b| b.is_ascii_digit()) { Ok(digits) } else { Err(Refused::Characters) }
}

/// Exactly sixteen digits, as on a KTP or a family card.
pub(crate) fn sixteen(raw: &str) -> Result<String, Refused> {
    let digits = all(raw)?;
    match digits.len() {
        16 => Ok(digits),
        n if n < 16 => Err(Refused::Short(16 - n)),
        n => Err(Refused::Long(n - 16)),
    }
}

/// The first and last four digits; the middle is nobody's business in lists and logs.
pub(crate) fn masked(digits: &str) -> String {
    let last = digits.len().saturating_sub(4);
    match (digits.get(..4), digits.get(last..)) {
        (Some(head), Some(tail)) if digits.len() > 8 => {
            format!("{head}{}{tail}", "*".repeat(digits.len() - 8))
        }
        _ => "*".repeat(digits.len()),
    }
}

/// The digit that makes Luhn's sum of `digits` and itself a multiple of ten.
pub(crate) fn luhn(digits: &str) -> u8 {
    let sum: u64 =
        digits.bytes().rev().enumerate().map(|(i, b)| weighed(b - b'0', i % 2 == 0)).sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or_default()
}

fn weighed(digit: u8, doubled: bool) -> u64 {
    match u64::from(digit) * 2 {
        twice if !doubled => twice / 2,
        twice if twice > 9 => twice - 9,
        twice => twice,
    }
}
