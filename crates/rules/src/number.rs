//! Numbers as Indonesian readers expect them: dots between thousands, a decimal comma.

use serde::{Deserialize, Serialize};
use std::fmt;

/// `226.280`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// A whole number as officers write it: `1500`, `1.500`; a dot anywhere else makes it no whole number.
pub fn whole(raw: &str) -> Option<u64> {
    let parts: Vec<&str> = raw.trim().split('.').collect();
    let plain = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (first, rest) = parts.split_first()?;
    let grouped = rest.is_empty() || first.len() <= 3;
    let fits = parts.iter().all(plain) && grouped && rest.iter().all(|part| part.len() == 3);
    if fits { parts.concat().parse().ok() } else { None }
}

/// Hundredths of a percent: 11314 is 113,14 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Percent(pub u64);

impl Percent {
    /// The share of `part` in `whole`, rounded half up; none of nothing (BR-35).
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let hundredths = (part * 20_000 + whole).checked_div(2 * whole)?;
        Some(Self(u64::try_from(hundredths).unwrap_or(u64::MAX)))
    }

    /// `113.14`, for files that machines read.
    pub fn decimal(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }

    /// The percentage as a JSON number.
    #[expect(clippy::cast_precision_loss, reason = "shares are far below 2^53 hundredths")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{:02}", thousands(self.0 / 100), self.0 % 100)
    }
}

/// Money in whole rupiah (BR-30).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Rupiah(pub i64);

impl Rupiah {
    /// An amount as officers write it: `Rp12.500.000`, `12500000`, `Rp 2.000,00`.
    pub fn parse_officer(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let raw = raw.strip_prefix("Rp").or_else(|| raw.strip_prefix("rp")).unwrap_or(raw);
        let raw = raw.strip_prefix('.').unwrap_or(raw);
        let raw = raw.strip_suffix(",00").or_else(|| raw.strip_suffix(",-")).unwrap_or(raw);
        whole(raw).and_then(|amount| i64::try_from(amount).ok()).map(Self)
    }
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}Rp{}", thousands(self.0.unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_attainments_come_out_to_the_digit() {
        for (part, whole, shown) in [
            (226_280, 200_000, "113,14"),
            (8_637, 12_120, "71,26"),
            (67_037, 54_260, "123,55"),
            (284_164, 278_971, "101,86"),
            (6_769, 8_637, "78,37"),
            (5_815, 8_637, "67,33"),
            (4_485, 8_637, "51,93"),
        ] {
            assert_eq!(Percent::of(part, whole).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn half_a_hundredth_is_rounded_up_and_nothing_has_no_share() {
        assert_eq!(Percent::of(1, 20_000), Some(Percent(1)));
        assert_eq!(Percent::of(1, 20_001), Some(Percent(0)));
        assert_eq!(Percent::of(5, 0), None);
        assert_eq!(Percent::of(u64::MAX, 1), Some(Percent(u64::MAX)));
    }

    #[test]
    fn a_share_is_printed_for_readers_and_for_machines() {
        let share = Percent(11_304);
        assert_eq!((share.to_string().as_str(), share.decimal().as_str()), ("113,04", "113.04"));
        assert!((share.as_f64() - 113.04).abs() < 1e-9);
        assert_eq!(Percent(123_456_789).to_string(), "1.234.567,89");
    }

    #[test]
    fn numbers_and_money_have_dots_between_thousands() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(226_280), "226.280");
        assert_eq!(thousands(u64::MAX), "18.446.744.073.709.551.615");
        assert_eq!(Rupiah(2_400_000).to_string(), "Rp2.400.000");
        assert_eq!(Rupiah(i64::MIN).to_string(), "-Rp9.223.372.036.854.775.808");
    }

    #[test]
    fn whole_numbers_are_read_with_dots_in_their_place_alone() {
        for (raw, read) in [
            ("1500", Some(1_500)),
            (" 1.500 ", Some(1_500)),
            ("12.500.000", Some(12_500_000)),
            ("0", Some(0)),
            ("12500000.5", None),
            ("1.50", None),
            ("1500.000", None),
            ("-1", None),
            ("1,5", None),
            ("", None),
            (".", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(whole(raw), read, "{raw}");
        }
        for raw in ["Rp12.500.000", "Rp 12.500.000,00", "rp. 12500000", "12.500.000,-"] {
            assert_eq!(Rupiah::parse_officer(raw), Some(Rupiah(12_500_000)), "{raw}");
        }
        assert_eq!(Rupiah::parse_officer("dua juta"), None);
    }

    proptest! {
        #[test]
        fn a_share_is_the_nearest_hundredth_and_half_goes_up(part in 0_u64..1 << 40, whole in 1_u64..1 << 40) {
            let share = i128::from(Percent::of(part, whole).unwrap().0);
            let off = 2 * (i128::from(part) * 10_000 - share * i128::from(whole));
            prop_assert!(-i128::from(whole) <= off && off < i128::from(whole));
        }

        #[test]
        fn a_grouped_number_has_the_same_digits(number: u64) {
            prop_assert_eq!(thousands(number).replace('.', ""), number.to_string());
        }
    }
}
