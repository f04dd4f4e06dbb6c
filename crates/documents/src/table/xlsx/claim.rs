//! The attribute by which a list of texts says how long it is, and memory is set aside at its word.

use super::super::{Limit, Unreadable};

const NAME: &[u8] = b"uniqueCount";

/// Follows the bytes inside tags for a claim above what is allowed.
pub(super) struct Claim {
    matched: usize,
    number: u64,
    most: u64,
}

impl Claim {
    pub(super) fn new(most: u64) -> Self {
        Self { matched: 0, number: 0, most }
    }

    /// Takes the next byte inside a tag.
    pub(super) fn step(&mut self, byte: u8) -> Result<(), Unreadable> {
        if let Some(expected) = NAME.get(self.matched) {
            let goes_on = byte == *expected;
            self.matched = if goes_on { self.matched + 1 } else { usize::from(byte == NAME[0]) };
            return Ok(());
        }
        match byte {
            b'0'..=b'9' => {
                let digit = u64::from(byte - b'0');
                self.number = self.number.saturating_mul(10).saturating_add(digit);
            }
            b'=' | b'"' | b'\'' | b' ' | b'\t' | b'\r' | b'\n' if self.number == 0 => {}
            _ => *self = Self::new(self.most),
        }
        if self.number > self.most { Err(Unreadable::TooLarge(Limit::Part)) } else { Ok(()) }
    }
}
