//! Sixteen digits, what they say, and what only warns.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use jiff::{Span, civil::date};
use proptest::prelude::*;

const TODAY: Date = date(2021, 6, 15);

fn nik(raw: &str) -> Nik {
    Nik::parse(raw).unwrap()
}

fn warnings(raw: &str, birth_date: Option<Date>, sex: Option<Sex>) -> Vec<Warning> {
    nik(raw).warnings(&Stated { birth_date, sex, registered_on: TODAY })
}

#[test]
fn spaces_dots_and_dashes_between_the_digits_do_not_count() {
    for raw in [
        "3173055506900003",
        "317305 550690 0003",
        "31.73.05-550690-0003",
        "\t3173055506900003\u{a0}",
    ] {
        assert_eq!(nik(raw).digits(), "3173055506900003");
    }
}

#[test]
fn what_is_not_sixteen_digits_is_refused_with_its_reason() {
    assert_eq!(Nik::parse(" .- "), Err(Refused::Empty));
    assert_eq!(Nik::parse("317305"), Err(Refused::Short(10)));
    assert_eq!(Nik::parse("31730555069000031"), Err(Refused::Long(1)));
    assert_eq!(Nik::parse("317305550690000O"), Err(Refused::Characters));
    assert_eq!(Nik::parse("3.173055506900003E+15"), Err(Refused::Characters));
    assert_eq!(Nik::parse("٣١٧٣٠٥٥٥٠٦٩٠٠٠٠٣"), Err(Refused::Characters));
}

#[test]
fn a_nik_prints_only_masked() {
    let nik = nik("3171010101900001");
    assert_eq!(nik.masked(), "3171********0001");
    assert_eq!(format!("{nik} {nik:?}"), "3171********0001 Nik(3171********0001)");
}

#[test]
fn a_woman_has_forty_added_to_her_day_of_birth() {
    let woman = nik("3173055506900003");
    assert_eq!(
        (woman.sex(), woman.birth_date(TODAY)),
        (Some(Sex::Female), Some(date(1990, 6, 15)))
    );
    let man = nik("3173051506900003");
    assert_eq!((man.sex(), man.birth_date(TODAY)), (Some(Sex::Male), Some(date(1990, 6, 15))));
    assert_eq!(woman.region(), "317305");
}

#[test]
fn the_century_is_the_latest_that_makes_the_person_at_least_fifteen() {
    let born = |raw: &str| nik(raw).birth_date(TODAY).map(Date::year);
    assert_eq!(born("3173051506060001"), Some(2006));
    assert_eq!(born("3173051606060001"), Some(1906));
    assert_eq!(born("3173051506300001"), Some(1930));
}

#[test]
fn the_29th_of_february_is_of_a_century_in_which_it_existed() {
    assert_eq!(nik("3173052902000001").birth_date(TODAY), Some(date(2000, 2, 29)));
    assert_eq!(nik("3173052902000001").birth_date(date(2010, 1, 1)), None);
    assert_eq!(nik("3173052902010001").birth_date(TODAY), None);
    assert_eq!(nik("3173056902960001").birth_date(TODAY), Some(date(1996, 2, 29)));
}

#[test]
fn an_impossible_day_or_month_has_no_sex_or_date() {
    for day in ["00", "32", "40", "72", "81", "99"] {
        let odd = nik(&format!("317305{day}06900001"));
        assert_eq!((odd.sex(), odd.birth_date(TODAY)), (None, None), "{day}");
    }
    assert_eq!(nik("3173051513900001").birth_date(TODAY), None);
    assert_eq!(nik("3173053104900001").birth_date(TODAY), None);
}

#[test]
fn an_ordinary_nik_has_no_warnings() {
    assert_eq!(warnings("3173055506900003", Some(date(1990, 6, 15)), Some(Sex::Female)), []);
    assert_eq!(warnings("3173055506900003", None, None), []);
}

#[test]
fn each_oddity_warns_by_itself() {
    assert_eq!(
        warnings("3173053204900003", Some(date(1990, 4, 2)), None),
        [Warning::ImpossibleDate]
    );
    assert_eq!(warnings("3173055506900000", None, None), [Warning::ZeroSerial]);
    assert_eq!(warnings("3273055506900003", None, None), [Warning::IssuedElsewhere]);
    assert_eq!(
        warnings("3173055506900003", Some(date(1991, 6, 15)), None),
        [Warning::BirthDateDiffers]
    );
    assert_eq!(warnings("3173055506900003", None, Some(Sex::Male)), [Warning::SexDiffers]);
    assert_eq!(
        warnings("3173055606060003", Some(date(2006, 6, 16)), None),
        [Warning::UnderSeventeen]
    );
    assert_eq!(warnings("3173055506060003", None, None), [Warning::UnderSeventeen]);
}

#[test]
fn a_birth_on_29_february_2000_is_possible_and_in_2001_it_is_not() {
    assert_eq!(warnings("3173052902000001", None, None), []);
    assert_eq!(warnings("3173052902010001", None, None), [Warning::ImpossibleDate]);
}

#[test]
fn several_oddities_are_all_told() {
    let codes: Vec<_> =
        warnings("3273059906900000", None, None).into_iter().map(Warning::code).collect();
    assert_eq!(codes, ["nik-date", "nik-serial", "nik-elsewhere"]);
}

proptest! {
    #[test]
    fn any_sixteen_digits_are_a_nik_and_nothing_about_them_breaks(digits in "[0-9]{16}", female: Option<bool>) {
        let nik = nik(&digits);
        prop_assert_eq!(nik.digits(), digits);
        let sex = female.map(|female| if female { Sex::Female } else { Sex::Male });
        nik.warnings(&Stated { birth_date: nik.birth_date(TODAY), sex, registered_on: TODAY });
    }

    #[test]
    fn any_other_number_of_digits_is_counted(digits in "[0-9]{1,40}") {
        let expected = match digits.len() {
            16 => Ok(Nik(digits.as_str().into())),
            n if n < 16 => Err(Refused::Short(16 - n)),
            n => Err(Refused::Long(n - 16)),
        };
        prop_assert_eq!(Nik::parse(&digits), expected);
    }

    #[test]
    fn no_text_breaks_the_reading(raw in ".*") {
        let _ = Nik::parse(&raw);
    }

    #[test]
    fn a_birth_date_is_read_back(days in 0_i64..36_524, female: bool, serial in 1_u16..10_000) {
        let youngest = date(2006, 6, 15);
        let born = youngest.checked_sub(Span::new().days(days)).unwrap();
        let day = born.day() + if female { 40 } else { 0 };
        let nik = nik(&format!("317305{day:02}{:02}{:02}{serial:04}", born.month(), born.year() % 100));
        prop_assert_eq!(nik.birth_date(TODAY), Some(born));
        prop_assert_eq!(nik.sex(), Some(if female { Sex::Female } else { Sex::Male }));
        let sex = nik.sex();
        let odd = nik.warnings(&Stated { birth_date: Some(born), sex, registered_on: TODAY });
        prop_assert!(odd.iter().all(|warning| *warning == Warning::UnderSeventeen));
    }
}
