//! The number on a curation's certificate: `0012/KURASI-PPKUKM/2022/K7QX2M9T`.

use crate::{Agency, CheckCode};
use std::fmt;

/// What it is, before the agency's code.
const WHAT: &str = "KURASI";

/// The text is no number of ours; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("curation-number")]
pub struct NoCurationNumber;

/// Unique for an agency and a year; the letters at its end cannot be guessed from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurationNumber {
    /// The place in the agency's year, from 1.
    pub sequence: u32,
    /// The agency that held the round.
    pub agency: Agency,
    /// The year of the grading.
    pub year: i16,
    /// What proves that it was issued.
    pub code: CheckCode,
}

impl CurationNumber {
    /// The number without slashes, for addresses: `0012-KURASI-PPKUKM-2022-K7QX2M9T`.
    pub fn dashed(&self) -> String {
        self.to_string().replace('/', "-")
    }

    /// Reads a number with slashes or dashes between its parts; case and spaces do not count.
    pub fn parse(raw: &str) -> Result<Self, NoCurationNumber> {
        let bare: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
        let parts: Vec<&str> = bare.split(['/', '-']).collect();
        let [sequence, what, agency, year, code] = parts[..] else {
            return Err(NoCurationNumber);
        };
        if !what.eq_ignore_ascii_case(WHAT) {
            return Err(NoCurationNumber);
        }
        let digits = |raw: &str, least: usize, most: usize| {
            let plain = (least..=most).contains(&raw.len());
            plain && raw.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(sequence, 4, 9) || !digits(year, 4, 4) {
            return Err(NoCurationNumber);
        }
        Ok(Self {
            sequence: sequence.parse().map_err(|_| NoCurationNumber)?,
            agency: Agency::parse(agency).map_err(|_| NoCurationNumber)?,
            year: year.parse().map_err(|_| NoCurationNumber)?,
            code: CheckCode::parse(code).map_err(|_| NoCurationNumber)?,
        })
    }
}

impl fmt::Display for CurationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let agency = self.agency.as_str().to_ascii_uppercase();
        write!(f, "{:04}/{WHAT}-{agency}/{:04}/{}", self.sequence, self.year, self.code)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_typed_and_nothing_else_is() {
        let printed = "0012/KURASI-PPKUKM/2022/K7QX2M9T";
        let number = CurationNumber::parse(printed).unwrap();
        assert_eq!(number.to_string(), printed);
        for raw in [number.dashed(), printed.to_lowercase(), format!(" {printed} ")] {
            assert_eq!(CurationNumber::parse(&raw), Ok(number), "{raw}");
        }
        for raw in ["", "0012", "12/KURASI-PPKUKM/2022/K7QX2M9T", "0012/PKT-PPKUKM/2022/K7QX2M9T"] {
            assert_eq!(CurationNumber::parse(raw), Err(NoCurationNumber), "{raw}");
        }
    }
}
