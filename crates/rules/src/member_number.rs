//! The member number that people read out and type: kecamatan, journal position, check digit.

use crate::{RegionCode, digits::luhn};

/// The digits of a kecamatan.
const KECAMATAN: usize = 6;
/// The fewest digits of a position.
const POSITION: usize = 7;

/// Why a text is no member number; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not of the form `JP317305-0000123-0`.
    #[error("format")]
    Format,
    /// The last digit does not fit the others: one was mistyped.
    #[error("check-digit")]
    CheckDigit,
}

/// `JP317305-0000123-` and a check digit; a wider region than a kecamatan is filled up with zeros.
pub fn number(kecamatan: RegionCode, position: u64) -> String {
    let area = kecamatan.kecamatan().unwrap_or(kecamatan).digits();
    let (area, position) = (format!("{area:0<KECAMATAN$}"), format!("{position:0POSITION$}"));
    let check = luhn(&format!("{area}{position}"));
    format!("JP{area}-{position}-{check}")
}

/// The journal position in a member number; case, spaces and dashes do not count.
pub fn parse(raw: &str) -> Result<u64, Refused> {
    let bare: String = raw.chars().filter(|c| !(c.is_whitespace() || *c == '-')).collect();
    let (prefix, digits) = bare.split_at_checked(2).ok_or(Refused::Format)?;
    let plain = digits.len() > KECAMATAN + POSITION && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || !prefix.eq_ignore_ascii_case("JP") {
        return Err(Refused::Format);
    }
    let (body, check) = digits.split_at(digits.len() - 1);
    if check.parse() != Ok(luhn(body)) {
        return Err(Refused::CheckDigit);
    }
    let position = &body[KECAMATAN..];
    if position.len() > POSITION && position.starts_with('0') {
        return Err(Refused::Format);
    }
    position.parse().map_err(|_| Refused::Format)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    fn kecamatan() -> RegionCode {
        RegionCode::parse("31.73.05").unwrap()
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let number = number(kecamatan(), 123);
        assert_eq!(number, "JP317305-0000123-0");
        for raw in ["JP317305-0000123-0", "jp 317305 0000123 0", " Jp31730500001230 "] {
            assert_eq!(parse(raw), Ok(123), "{raw}");
        }
    }

    #[test]
    fn a_kelurahan_counts_as_its_kecamatan_and_a_city_is_filled_up() {
        let of = |code: &str| number(RegionCode::parse(code).unwrap(), 1);
        assert!(of("31.73.05.1001").starts_with("JP317305-0000001-"));
        assert!(of("31.73").starts_with("JP317300-0000001-"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for raw in [
            "",
            "J",
            "é",
            "317305-0000123-0",
            "JP317305-000123-0",
            "XX317305-0000123-0",
            "JP317305-00O0123-0",
        ] {
            assert_eq!(parse(raw), Err(Refused::Format), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn every_position_is_read_back(position: u64) {
            prop_assert_eq!(parse(&number(kecamatan(), position)), Ok(position));
        }

        #[test]
        fn one_mistyped_digit_is_noticed(position in 0_u64..100_000_000, at: prop::sample::Index, plus in 1_u8..10) {
            let mut typed = number(kecamatan(), position).into_bytes();
            let digits: Vec<usize> = (0..typed.len()).filter(|i| typed[*i].is_ascii_digit()).collect();
            let at = digits[at.index(digits.len())];
            typed[at] = b'0' + (typed[at] - b'0' + plus) % 10;
            prop_assert!(parse(std::str::from_utf8(&typed).unwrap()).is_err());
        }

        #[test]
        fn no_text_breaks_the_reading(raw in "\\PC*") {
            let _ = parse(&raw);
        }
    }
}
