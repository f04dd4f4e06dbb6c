//! The code of an agency that carries the programme; the operator may add agencies.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

const LONGEST: usize = 20;

/// Why a code cannot be an agency's; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Fewer than 2 or more than 20 characters.
    #[error("length")]
    Length,
    /// Something other than letters, digits and underscores.
    #[error("characters")]
    Characters,
}

/// Two to twenty lower-case letters, digits and underscores; small enough to copy.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Agency([u8; LONGEST]);

impl Agency {
    /// The agencies the programme begins with: code and full name.
    pub const SEED: [(&str, &str); 6] = [
        ("ppkukm", "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"),
        ("ppapp", "Dinas Pemberdayaan, Perlindungan Anak dan Pengendalian Penduduk"),
        ("nakertransgi", "Dinas Tenaga Kerja, Transmigrasi dan Energi"),
        ("kpkp", "Dinas Ketahanan Pangan, Kelautan dan Pertanian"),
        ("parekraf", "Dinas Pariwisata dan Ekonomi Kreatif"),
        ("sosial", "Dinas Sosial"),
    ];

    /// Reads a code; case and spaces around it do not count.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let raw = raw.trim();
        if !raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return Err(Refused::Characters);
        }
        if !(2..=LONGEST).contains(&raw.len()) {
            return Err(Refused::Length);
        }
        let mut code = [0; LONGEST];
        code[..raw.len()].copy_from_slice(raw.to_ascii_lowercase().as_bytes());
        Ok(Self(code))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl fmt::Display for Agency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Agency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Agency({self})")
    }
}

impl FromStr for Agency {
    type Err = Refused;
    fn from_str(raw: &str) -> Result<Self, Refused> {
        Self::parse(raw)
    }
}

impl TryFrom<String> for Agency {
    type Error = Refused;
    fn try_from(raw: String) -> Result<Self, Refused> {
        Self::parse(&raw)
    }
}

impl From<Agency> for String {
    fn from(agency: Agency) -> Self {
        agency.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn the_six_agencies_have_codes() {
        for (code, _) in Agency::SEED {
            assert_eq!(Agency::parse(code).unwrap().as_str(), code);
        }
    }

    #[test]
    fn case_and_spaces_around_a_code_do_not_count() {
        assert_eq!(Agency::parse(" PPKUKM ").unwrap().to_string(), "ppkukm");
    }

    #[test]
    fn what_is_no_code_is_refused() {
        assert_eq!(Agency::parse("p"), Err(Refused::Length));
        assert_eq!(Agency::parse(&"a".repeat(21)), Err(Refused::Length));
        assert_eq!(Agency::parse(&"a".repeat(20)).unwrap().as_str().len(), 20);
        assert_eq!(Agency::parse("Dinas Sosial"), Err(Refused::Characters));
    }
}
