//! The number on a certificate: `0012/PKT-PPKUKM/31.75.06/2020/K7QX2M9T` (BR-19).

use crate::{Agency, CheckCode, RegionCode};
use std::{fmt, str::FromStr};

/// The programme, before the agency's code.
const PROGRAMME: &str = "PKT";

/// The text is no number of ours; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("certificate-number")]
pub struct NoCertificateNumber;

/// Unique for a unit and a year; the letters at its end cannot be guessed from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateNumber {
    /// The place in the unit's year, from 1.
    pub sequence: u32,
    /// The agency that issued it.
    pub agency: Agency,
    /// Where: a kecamatan, a city, or the province.
    pub area: RegionCode,
    /// The year of issue.
    pub year: i16,
    /// What proves that it was issued.
    pub code: CheckCode,
}

impl CertificateNumber {
    /// The unit whose numbers run: `PKT-PPKUKM/31.75.06`.
    pub fn unit(&self) -> String {
        unit(&self.agency, self.area)
    }

    /// The number without slashes, for addresses: `0012-PKT-PPKUKM-31.75.06-2020-K7QX2M9T`.
    pub fn dashed(&self) -> String {
        self.to_string().replace('/', "-")
    }

    /// Reads a number with slashes or dashes between its parts; case and spaces do not count.
    pub fn parse(raw: &str) -> Result<Self, NoCertificateNumber> {
        let bare: String = raw.chars().filter(|c| !c.is_whitespace()).collect();
        let parts: Vec<&str> = bare.split(['/', '-']).collect();
        let [sequence, programme, agency, area, year, code] = parts[..] else {
            return Err(NoCertificateNumber);
        };
        if !programme.eq_ignore_ascii_case(PROGRAMME) {
            return Err(NoCertificateNumber);
        }
        let sequence = digits(sequence, 4..=9).and_then(|it| it.parse().ok());
        let year = digits(year, 4..=4).and_then(|it| it.parse().ok());
        let number = Self {
            sequence: sequence.ok_or(NoCertificateNumber)?,
            agency: Agency::parse(agency).map_err(|_| NoCertificateNumber)?,
            area: RegionCode::parse(area).map_err(|_| NoCertificateNumber)?,
            year: year.ok_or(NoCertificateNumber)?,
            code: CheckCode::parse(code).map_err(|_| NoCertificateNumber)?,
        };
        Ok(number)
    }
}

/// The unit whose numbers run: `PKT-PPKUKM/31.75.06`.
pub fn unit(agency: &Agency, area: RegionCode) -> String {
    format!("{PROGRAMME}-{}/{area}", agency.as_str().to_ascii_uppercase())
}

fn digits(raw: &str, length: std::ops::RangeInclusive<usize>) -> Option<&str> {
    let plain = length.contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_digit());
    plain.then_some(raw)
}

impl fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}/{}/{:04}/{}", self.sequence, self.unit(), self.year, self.code)
    }
}

impl FromStr for CertificateNumber {
    type Err = NoCertificateNumber;
    fn from_str(raw: &str) -> Result<Self, NoCertificateNumber> {
        Self::parse(raw)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    const PRINTED: &str = "0012/PKT-PPKUKM/31.75.06/2020/K7QX2M9T";

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let number = CertificateNumber::parse(PRINTED).unwrap();
        assert_eq!(number.to_string(), PRINTED);
        assert_eq!(number.unit(), "PKT-PPKUKM/31.75.06");
        for raw in [
            number.dashed(),
            PRINTED.to_lowercase(),
            " 0012 / PKT-PPKUKM /31.75.06/2020/K7QX 2M9T ".into(),
        ] {
            assert_eq!(raw.parse(), Ok(number), "{raw}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for raw in [
            "",
            "0012",
            "0012/PKT-PPKUKM/31.75.06/2020",
            "0012/XXX-PPKUKM/31.75.06/2020/K7QX2M9T",
            "12/PKT-PPKUKM/31.75.06/2020/K7QX2M9T",
            "0012/PKT-PPKUKM/31.7506/2020/K7QX2M9T",
            "0012/PKT-PPKUKM/31.75.06/20/K7QX2M9T",
            "0012/PKT-PPKUKM/31.75.06/2020/K7QX2M9O",
        ] {
            assert_eq!(CertificateNumber::parse(raw), Err(NoCertificateNumber), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_number_is_read_back_and_one_other_letter_is_not_the_same(
            sequence in 1_u32..1_000_000, year in 2017_i16..2100, hash: [u8; 16],
            at: prop::sample::Index, letter in "[0-9A-Z]"
        ) {
            let agency = Agency::parse("ppkukm").unwrap();
            let area = RegionCode::parse("31.75.06").unwrap();
            let number = CertificateNumber { sequence, agency, area, year, code: CheckCode::of(hash) };
            prop_assert_eq!(CertificateNumber::parse(&number.to_string()), Ok(number));
            prop_assert_eq!(CertificateNumber::parse(&number.dashed()), Ok(number));
            let mut typed: Vec<char> = number.to_string().chars().collect();
            let at = at.index(typed.len());
            let new = letter.chars().next().unwrap();
            let dash = matches!(typed[at], '/' | '-');
            prop_assume!(typed[at] != new && !dash);
            typed[at] = new;
            let typed: String = typed.into_iter().collect();
            prop_assert_ne!(CertificateNumber::parse(&typed), Ok(number));
        }

        #[test]
        fn no_text_breaks_the_reading(raw in "\\PC*") {
            let _ = CertificateNumber::parse(&raw);
        }
    }
}
