//! Dates as officers write and read them; the clock is always a parameter.

pub use crate::day::Day;
pub use crate::instant::Instant;

use jiff::civil::Date;

/// The months as they are printed.
const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
/// Other spellings of each month: short ones, and the old ones that are still heard.
const ALSO: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb", "pebruari"],
    &["mar"],
    &["apr"],
    &[],
    &["jun"],
    &["jul"],
    &["agu", "ags", "agt", "agust"],
    &["sep", "sept"],
    &["okt"],
    &["nov", "nop", "nopember"],
    &["des"],
];

/// Why a date cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Neither `2021-03-02`, `02/03/2021`, `2-3-2021` nor `2 Maret 2021`.
    #[error("format")]
    Format,
    /// No such day in the calendar.
    #[error("no-such-day")]
    NoSuchDay,
    /// A year before 1900 or after 2100.
    #[error("year")]
    Year,
}

/// Reads the ways of writing a date that officers use.
pub fn parse_officer(raw: &str) -> Result<Date, Refused> {
    if raw.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.');
    let parts: Vec<&str> = raw.split(between).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = parts[..] else { return Err(Refused::Format) };
    let iso = first.len() == 4;
    let (day, year) = if iso { (last, first) } else { (first, last) };
    let month = if iso { numbered(middle) } else { numbered(middle).or_else(|| named(middle)) };
    let (Some(day), Some(month), Some(year)) = (numbered(day), month, full_year(year)) else {
        return Err(Refused::Format);
    };
    if !(1900..=2100).contains(&year) {
        return Err(Refused::Year);
    }
    Date::new(year, month, day).map_err(|_| Refused::NoSuchDay)
}

fn numbered(raw: &str) -> Option<i8> {
    let plain = raw.len() <= 2 && raw.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| raw.parse().ok()).flatten()
}

/// Two digits would leave the century to be guessed.
fn full_year(raw: &str) -> Option<i16> {
    let plain = raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| raw.parse().ok()).flatten()
}

fn named(raw: &str) -> Option<i8> {
    let known = |name: &&str| name.eq_ignore_ascii_case(raw);
    let at = (0..12).find(|&i| known(&MONTHS[i]) || ALSO[i].iter().any(known))?;
    i8::try_from(at + 1).ok()
}

/// A month of the year, 1 to 12, from its number or its name.
pub fn month(raw: &str) -> Option<i8> {
    let raw = raw.trim();
    numbered(raw).or_else(|| named(raw)).filter(|month| (1..=12).contains(month))
}

/// `Maret`; empty for what is no month.
pub fn month_words(month: i8) -> &'static str {
    let at = usize::try_from(month - 1).ok();
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// `2 Maret 2021`.
pub fn words(date: Date) -> String {
    format!("{} {} {:04}", date.day(), month_words(date.month()), date.year())
}

/// `02/03/2021`.
pub fn short(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// The date that the calendars of Jakarta show at `now`.
pub fn today(now: Instant) -> Date {
    now.date()
}

/// Full years of age; one born on 29 February is a year older on 1 March of a common year.
pub fn age(born: Date, on: Date) -> i16 {
    let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(before_birthday)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn every_usual_way_of_writing_is_the_same_day() {
        for raw in [
            "2021-03-02",
            "02/03/2021",
            "2/3/2021",
            "2-3-2021",
            "02.03.2021",
            " 2 Maret 2021 ",
            "2 MARET 2021",
            "02 mar 2021",
            "2-Mar-2021",
            "2 Mar. 2021",
        ] {
            assert_eq!(parse_officer(raw), Ok(date(2021, 3, 2)), "{raw}");
        }
    }

    #[test]
    fn short_and_old_names_of_months_are_known() {
        for (raw, month) in [
            ("jan", 1),
            ("Feb", 2),
            ("Pebruari", 2),
            ("Apr", 4),
            ("mei", 5),
            ("Jun", 6),
            ("Jul", 7),
            ("Agu", 8),
            ("Ags", 8),
            ("Ags.", 8),
            ("Sep", 9),
            ("Okt", 10),
            ("Nov", 11),
            ("Nopember", 11),
            ("DES", 12),
        ] {
            assert_eq!(parse_officer(&format!("1 {raw} 2020")), Ok(date(2020, month, 1)), "{raw}");
        }
    }

    #[test]
    fn a_month_is_read_by_number_and_by_name() {
        for (raw, read) in
            [("3", Some(3)), ("03", Some(3)), (" maret ", Some(3)), ("Nop", Some(11))]
        {
            assert_eq!(month(raw), read, "{raw}");
        }
        for raw in ["", "0", "13", "March", "Maret 2020", "-1"] {
            assert_eq!(month(raw), None, "{raw}");
        }
        assert_eq!((month_words(1), month_words(12), month_words(13)), ("Januari", "Desember", ""));
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_reason() {
        for (raw, refused) in [
            ("", Refused::Empty),
            ("kemarin", Refused::Format),
            ("2/3/21", Refused::Format),
            ("2021-03-02 10:00", Refused::Format),
            ("2021 Maret 2", Refused::Format),
            ("+2/3/2021", Refused::Format),
            ("2 March 2021", Refused::Format),
            ("29/02/2021", Refused::NoSuchDay),
            ("13/13/2021", Refused::NoSuchDay),
            ("0-1-2021", Refused::NoSuchDay),
            ("1/1/1899", Refused::Year),
            ("2101-01-01", Refused::Year),
        ] {
            assert_eq!(parse_officer(raw), Err(refused), "{raw}");
        }
    }

    #[test]
    fn age_counts_full_years() {
        assert_eq!(age(date(2004, 6, 15), date(2021, 6, 14)), 16);
        assert_eq!(age(date(2004, 6, 15), date(2021, 6, 15)), 17);
        assert_eq!(age(date(2004, 2, 29), date(2021, 2, 28)), 16);
        assert_eq!(age(date(2004, 2, 29), date(2021, 3, 1)), 17);
    }

    proptest! {
        #[test]
        fn a_printed_date_is_read_back(days in 0_i32..73_000) {
            let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert_eq!(parse_officer(&words(day)), Ok(day));
            prop_assert_eq!(parse_officer(&short(day)), Ok(day));
            prop_assert_eq!(parse_officer(&day.to_string()), Ok(day));
        }

        #[test]
        fn no_text_breaks_the_reading(raw in ".*") {
            let _ = parse_officer(&raw);
        }
    }
}
