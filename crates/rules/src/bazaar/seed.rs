//! The secret of a draw: its fingerprint is announced before anybody asks, itself with the result.

use sha2::{Digest as _, Sha256};
use std::fmt::{self, Write as _};
use uuid::Uuid;

/// 32 random bytes, made when the bazaar is announced, shown when its stands are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

/// What is announced of a seed: nobody can guess the seed from it, nor exchange the seed unnoticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commitment(pub [u8; 32]);

/// The lot of an applicant; of equals, the smaller goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lot(pub [u8; 32]);

impl Seed {
    /// The SHA-256 of the text `jakpreneur-bazaar-seed-1`, a line feed and the seed in small hexadecimal.
    pub fn commitment(self) -> Commitment {
        Commitment(sha256(&format!("jakpreneur-bazaar-seed-1\n{}", hex(&self.0))))
    }

    /// The SHA-256 of the text `jakpreneur-bazaar-draw-1`, the seed in small hexadecimal and the id of the
    /// application as it is usually written, with line feeds between. Anyone can compute it again.
    pub fn lot(self, application: Uuid) -> Lot {
        let text =
            format!("jakpreneur-bazaar-draw-1\n{}\n{}", hex(&self.0), application.hyphenated());
        Lot(sha256(&text))
    }

    /// The seed that was published so; none where the text is no seed.
    pub fn parse(published: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if published.len() != 64 || !published.is_ascii() {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(published.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Self(bytes)).filter(|seed| seed.published() == published)
    }

    /// The seed as it is published.
    pub fn published(self) -> String {
        hex(&self.0)
    }
}

/// A seed that is not published yet must not be printed by accident.
impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seed of {}", self.commitment())
    }
}

impl Commitment {
    /// Whether that seed is the one that was announced.
    pub fn is_of(self, seed: Seed) -> bool {
        seed.commitment() == self
    }
}

impl fmt::Display for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Display for Lot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
