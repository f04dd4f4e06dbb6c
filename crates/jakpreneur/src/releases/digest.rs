//! The SHA-256 of a released report: who holds the bytes and the digest needs to trust nobody.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};

/// A SHA-256; 64 small hexadecimal digits on paper and in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Not a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDigest;

impl FromStr for Digest {
    type Err = NoDigest;

    /// Spaces do not count, and capitals are as good.
    fn from_str(raw: &str) -> Result<Self, NoDigest> {
        let digit = |letter: char| letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digits: Option<Vec<u8>> =
            raw.chars().filter(|it| !it.is_whitespace()).map(digit).collect();
        let bytes: Vec<u8> = match digits {
            Some(digits) if digits.len() == 64 => {
                digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
            }
            _ => return Err(NoDigest),
        };
        bytes.try_into().map(Self).map_err(|_| NoDigest)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|NoDigest| D::Error::custom("not a SHA-256"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_as_it_is_printed() {
        let digest = Digest::of(b"abc");
        let printed = digest.to_string();
        assert!(printed.starts_with("ba7816bf8f01cfea"), "the known digest of abc");
        assert_eq!(printed.parse(), Ok(digest));
        assert_eq!(format!(" {} ", printed.to_uppercase()).parse(), Ok(digest));
        assert_eq!(printed[1..].parse::<Digest>(), Err(NoDigest));
        assert_eq!(format!("x{}", &printed[1..]).parse::<Digest>(), Err(NoDigest));
    }
}
