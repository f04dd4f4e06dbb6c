//! Numbers and days in words, as official minutes write them.

use jiff::civil::{Date, Weekday};

const SMALL: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

/// `dua ribu dua puluh dua`; below a million.
pub fn number(number: u32) -> String {
    let with_rest = |whole: String, rest: u32| {
        if rest == 0 { whole } else { format!("{whole} {}", self::number(rest)) }
    };
    match number {
        0..=11 => SMALL.get(number as usize).copied().unwrap_or_default().to_owned(),
        12..=19 => format!("{} belas", self::number(number - 10)),
        20..=99 => with_rest(format!("{} puluh", self::number(number / 10)), number % 10),
        100..=199 => with_rest("seratus".to_owned(), number - 100),
        200..=999 => with_rest(format!("{} ratus", self::number(number / 100)), number % 100),
        1_000..=1_999 => with_rest("seribu".to_owned(), number - 1_000),
        _ => with_rest(format!("{} ribu", self::number(number / 1_000)), number % 1_000),
    }
}

/// `Rabu`.
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Senin",
        Weekday::Tuesday => "Selasa",
        Weekday::Wednesday => "Rabu",
        Weekday::Thursday => "Kamis",
        Weekday::Friday => "Jumat",
        Weekday::Saturday => "Sabtu",
        Weekday::Sunday => "Minggu",
    }
}

/// `Rabu, tanggal dua puluh dua bulan Juni tahun dua ribu dua puluh dua`.
pub fn date(date: Date) -> String {
    let day = number(u32::from(date.day().unsigned_abs()));
    let year = number(u32::from(date.year().unsigned_abs()));
    let printed = crate::date::words(date);
    let month = printed.split(' ').nth(1).unwrap_or_default();
    format!("{}, tanggal {day} bulan {month} tahun {year}", weekday(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_spelled_as_they_are_said() {
        for (n, said) in [
            (0, "nol"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (15, "lima belas"),
            (20, "dua puluh"),
            (99, "sembilan puluh sembilan"),
            (100, "seratus"),
            (111, "seratus sebelas"),
            (512, "lima ratus dua belas"),
            (1_000, "seribu"),
            (1_945, "seribu sembilan ratus empat puluh lima"),
            (2_022, "dua ribu dua puluh dua"),
            (43_000, "empat puluh tiga ribu"),
            (101_001, "seratus satu ribu satu"),
        ] {
            assert_eq!(number(n), said);
        }
    }

    #[test]
    fn a_day_is_spelled_with_its_weekday() {
        let said = "Rabu, tanggal dua puluh dua bulan Juni tahun dua ribu dua puluh dua";
        assert_eq!(date(jiff::civil::date(2022, 6, 22)), said);
    }

    proptest! {
        #[test]
        fn no_two_numbers_are_spelled_alike(a in 0_u32..1_000_000, b in 0_u32..1_000_000) {
            prop_assert_eq!(a == b, number(a) == number(b));
        }
    }
}
