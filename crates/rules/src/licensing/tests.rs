//! Numbers, days and paths of permits.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::Rupiah;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const ISSUED: Date = date(2021, 3, 2);

fn number(format: NumberFormat, raw: &str) -> Result<String, NumberRefused> {
    check(format, raw, Some(ISSUED)).map(|checked| checked.number.as_str().to_string())
}

fn warnings(format: NumberFormat, raw: &str) -> Vec<Warning> {
    check(format, raw, Some(ISSUED)).unwrap().warnings
}

#[test]
fn a_nib_is_thirteen_digits() {
    let format = NumberFormat::Digits(13);
    assert_eq!(number(format, "9120 3051 00123").as_deref(), Ok("9120305100123"));
    assert_eq!(number(format, "912030510012"), Err(NumberRefused::Short(1)));
    assert_eq!(number(format, "91203051001234"), Err(NumberRefused::Long(1)));
    assert_eq!(number(format, "91203051OO123"), Err(NumberRefused::Characters));
    assert_eq!(number(format, " "), Err(NumberRefused::Empty));
}

#[test]
fn a_home_food_number_is_read_however_it_is_labelled_and_tells_its_year() {
    let format = NumberFormat::HomeFood;
    for raw in [
        "206317301012326",
        "P-IRT No. 2063173010123-26",
        "pirt 2063173010123 - 26",
        "SPP-IRT No 2063173010123-26",
    ] {
        assert_eq!(number(format, raw).as_deref(), Ok("2063173010123-26"), "{raw}");
    }
    let checked = check(format, "206317301012326", None).unwrap();
    assert_eq!(checked.number.ends_in(format), Some(2026));
    assert_eq!(checked.number.ends_in(NumberFormat::Free(40)), None);
}

#[test]
fn a_home_food_number_ends_in_its_year_of_issue_to_five_years_later() {
    let ending = |year: u8| number(NumberFormat::HomeFood, &format!("2063173010123{year:02}"));
    assert_eq!(ending(20), Err(NumberRefused::EndsBeforeIssue));
    assert!((21..=26).all(|year| ending(year).is_ok()));
    assert_eq!(ending(27), Err(NumberRefused::EndsTooLate));
    assert!(check(NumberFormat::HomeFood, "206317301012399", None).is_ok());
}

#[test]
fn odd_packaging_and_excluded_food_warn_and_do_not_refuse() {
    assert_eq!(warnings(NumberFormat::HomeFood, "906317301012326"), [Warning::UnknownPackaging]);
    let excluded =
        |product, day| is_excluded(Exclusion::delivered(), LicenceKind::HOME_FOOD, product, day);
    assert!(excluded("milk", ISSUED) && excluded("Frozen Meat", ISSUED));
    assert!(!excluded("cookies", ISSUED) && !excluded("milk", date(2018, 7, 17)));
    assert!(!is_excluded(Exclusion::delivered(), LicenceKind::NIB, "milk", ISSUED));
}

#[test]
fn a_bpom_number_is_md_and_twelve_digits() {
    for raw in ["MD 231228009018", "BPOM RI MD 231228009018", "md231228009018", "231228009018"] {
        assert_eq!(number(NumberFormat::Bpom, raw).as_deref(), Ok("MD 231228009018"), "{raw}");
    }
    assert_eq!(number(NumberFormat::Bpom, "ML 231228009018"), Err(NumberRefused::Characters));
    assert_eq!(number(NumberFormat::Bpom, "MD 23122800901"), Err(NumberRefused::Short(1)));
}

#[test]
fn halal_numbers_of_all_times_are_taken_and_unusual_ones_warn() {
    let format = NumberFormat::Halal;
    assert_eq!(number(format, "id 3111 0000 0001 23").as_deref(), Ok("ID31110000000123"));
    assert_eq!(number(format, "00120012345").as_deref(), Ok("00120012345"));
    for usual in ["ID31110000000123", "ID31110000012340821", "00120012345"] {
        assert_eq!(warnings(format, usual), [], "{usual}");
    }
    for unusual in ["ID3111000012", "ID311100000123408211", "0012001234567890"] {
        assert_eq!(warnings(format, unusual), [Warning::UnusualLength], "{unusual}");
    }
    assert_eq!(number(format, "ID123"), Err(NumberRefused::Short(7)));
    assert_eq!(number(format, "MUI-1"), Err(NumberRefused::Characters));
}

#[test]
fn other_numbers_are_free_up_to_forty_letters() {
    let free = |raw: &str| number(NumberFormat::Free(40), raw);
    assert_eq!(free("  idm000123456 / 2020 ").as_deref(), Ok("IDM000123456 / 2020"));
    assert_eq!(free(&"9".repeat(41)), Err(NumberRefused::Long(1)));
    assert_eq!(free(" - "), Err(NumberRefused::Empty));
    assert_eq!(free("1\u{7}2"), Err(NumberRefused::Characters));
}

#[test]
fn every_format_has_a_word_that_data_can_hold() {
    for terms in LicenceTerms::delivered() {
        assert_eq!(NumberFormat::of_word(&terms.format.to_string()), Some(terms.format));
    }
    assert_eq!(NumberFormat::of_word("digits"), None);
    assert_eq!(NumberFormat::of_word("letters:3"), None);
    assert_eq!(NumberFormat::of_word("digits:x"), None);
}

#[test]
fn every_kind_has_terms_on_every_day_and_words_of_its_own() {
    for told in LicenceKindTold::delivered() {
        assert_eq!(kind_called(LicenceKindTold::delivered(), &told.name), Some(told.kind));
        let kind = told.kind;
        for day in [date(2018, 10, 12), date(2021, 8, 9), date(2026, 11, 15)] {
            assert_eq!(
                terms_on(LicenceTerms::delivered(), kind, day).map(|of| of.kind),
                Some(kind)
            );
        }
    }
}

#[test]
fn a_kind_is_known_by_the_names_officers_use_and_by_no_name_at_all() {
    let called = |raw| kind_called(LicenceKindTold::delivered(), raw);
    assert_eq!(called("haki"), Some(LicenceKind::TRADEMARK));
    assert_eq!(called("SPP-IRT"), Some(LicenceKind::HOME_FOOD));
    assert_eq!(called("bpom_md"), Some(LicenceKind::BPOM));
    assert_eq!((called(""), called(" - "), called("SIM")), (None, None, None));
    let iumk = &LicenceKindTold::delivered()[1];
    assert!(iumk.is_issued_on(date(2021, 8, 8)) && !iumk.is_issued_on(date(2021, 8, 9)));
}

#[test]
fn an_old_paper_of_a_later_day_warns() {
    let iumk =
        |day| terms_on(LicenceTerms::delivered(), LicenceKind::IUMK, day).unwrap().odd_on(day);
    assert_eq!(iumk(date(2021, 8, 8)), None);
    assert_eq!(iumk(date(2021, 8, 9)), Some(Warning::NoLongerIssued));
}

#[test]
fn a_permit_ends_by_the_terms_of_its_day_of_issue() {
    let end = |kind, day| terms_on(LicenceTerms::delivered(), kind, day).unwrap().expires_on(day);
    assert_eq!(end(LicenceKind::TRADEMARK, ISSUED), Some(date(2031, 3, 2)));
    assert_eq!(end(LicenceKind::HOME_FOOD, date(2024, 2, 29)), Some(date(2029, 2, 28)));
    assert_eq!(end(LicenceKind::HALAL_REGULAR, date(2022, 12, 29)), Some(date(2026, 12, 29)));
    assert_eq!(end(LicenceKind::HALAL_REGULAR, date(2022, 12, 30)), None);
    assert_eq!(end(LicenceKind::NIB, ISSUED), None);
}

#[test]
fn a_permit_ends_in_the_year_of_its_number_if_that_is_earlier() {
    let terms = terms_on(LicenceTerms::delivered(), LicenceKind::HOME_FOOD, ISSUED).unwrap();
    let end = |raw| terms.expires_with(&check(terms.format, raw, None).unwrap().number, ISSUED);
    assert_eq!(end("206317301012326"), Some(date(2026, 3, 2)));
    assert_eq!(end("206317301012324"), Some(date(2024, 12, 31)));
}

#[test]
fn terms_added_as_data_overrule_from_their_day() {
    let mut all = LicenceTerms::delivered().to_vec();
    let longer = LicenceTerms { valid_from: date(2027, 1, 1), years: Some(7), ..all[3].clone() };
    all.push(longer);
    let years = |day| terms_on(&all, LicenceKind::HOME_FOOD, day).unwrap().years;
    assert_eq!((years(date(2026, 12, 31)), years(date(2027, 1, 1))), (Some(5), Some(7)));
}

#[test]
fn a_receipt_is_no_permit_and_an_end_does_not_undo_what_was_reached() {
    assert_eq!(LicenceState::parse_officer("tanda terima"), Some(LicenceState::Requested));
    let reaching = LicenceState::ALL.into_iter().filter(|state| reached(*state));
    assert!(reaching.eq([LicenceState::Issued, LicenceState::Revoked]));
}

#[test]
fn a_permit_is_good_on_its_last_day_and_expired_on_the_next() {
    let last = Some(date(2026, 3, 2));
    let on = |day| validity_on(LicenceState::Issued, last, day);
    assert_eq!(on(date(2026, 3, 2)), Validity::Valid);
    assert_eq!(on(date(2026, 3, 3)), Validity::Expired);
    assert_eq!(validity_on(LicenceState::Issued, None, date(2099, 1, 1)), Validity::Valid);
    assert_eq!(validity_on(LicenceState::Revoked, last, ISSUED), Validity::Revoked);
}

#[test]
fn a_reminder_begins_so_many_days_before_the_end() {
    let due = |state, day| reminder_due(state, Some(date(2026, 3, 31)), day, 90);
    assert!(!due(LicenceState::Issued, date(2025, 12, 30)));
    assert!(due(LicenceState::Issued, date(2025, 12, 31)));
    assert!(due(LicenceState::Issued, date(2026, 5, 1)));
    assert!(!due(LicenceState::Revoked, date(2026, 3, 1)));
    assert!(!reminder_due(LicenceState::Issued, None, ISSUED, 90));
}

#[test]
fn a_permit_is_decided_once() {
    let ways: Vec<_> = LicenceState::ALL
        .into_iter()
        .flat_map(|from| LicenceState::ALL.map(|to| (from, to)))
        .filter(|(from, to)| may_become(*from, *to))
        .collect();
    let (requested, issued) = (LicenceState::Requested, LicenceState::Issued);
    let allowed =
        [(requested, issued), (requested, LicenceState::Refused), (issued, LicenceState::Revoked)];
    assert_eq!(ways, allowed);
}

#[test]
fn the_days_of_a_permit_fit_each_other() {
    let dates =
        Dates { requested_on: Some(ISSUED), issued_on: Some(ISSUED), expires_on: Some(ISSUED) };
    let check = |dates: Dates| may_date(LicenceState::Issued, &dates, ISSUED);
    assert_eq!(check(dates), Ok(()));
    assert_eq!(check(Dates { issued_on: None, ..dates }), Err(DatesRefused::IssueDayMissing));
    let tomorrow = ISSUED.tomorrow().ok();
    let yesterday = ISSUED.yesterday().ok();
    assert_eq!(check(Dates { issued_on: tomorrow, ..dates }), Err(DatesRefused::InFuture));
    assert_eq!(
        check(Dates { issued_on: yesterday, ..dates }),
        Err(DatesRefused::IssuedBeforeRequest)
    );
    assert_eq!(
        check(Dates { expires_on: yesterday, ..dates }),
        Err(DatesRefused::ExpiresBeforeIssue)
    );
    assert_eq!(may_date(LicenceState::Requested, &Dates::default(), ISSUED), Ok(()));
}

#[test]
fn the_own_statement_is_open_up_to_its_limits() {
    let limits = HalalLimits::SEED[0];
    let fits = Halal {
        has_nib: Some(true),
        annual_sales: Some(Rupiah(500_000_000)),
        outlets: Some(1),
        slaughter: Some(false),
    };
    assert_eq!(halal_path(&fits, &limits).path, HalalPath::Declared);
    for (known, obstacle) in [
        (Halal { has_nib: Some(false), ..fits }, Obstacle::Nib),
        (Halal { annual_sales: Some(Rupiah(500_000_001)), ..fits }, Obstacle::Sales),
        (Halal { outlets: Some(2), ..fits }, Obstacle::Outlets),
        (Halal { slaughter: Some(true), ..fits }, Obstacle::Slaughter),
    ] {
        let advice = halal_path(&known, &limits);
        assert_eq!((advice.path, advice.against), (HalalPath::Regular, vec![obstacle]));
    }
    let unasked = halal_path(&Halal { outlets: None, ..fits }, &limits);
    assert_eq!((unasked.path, unasked.unasked), (HalalPath::Ask, vec![Obstacle::Outlets]));
    assert_eq!(halal_limits_on(&HalalLimits::SEED, date(2021, 2, 1)), None);
}

proptest! {
    #[test]
    fn a_number_read_again_is_the_same(raw in "(ID|MD|P-IRT No\\. )?[0-9 .-]{0,22}", which in 0..5_usize) {
        let formats = [NumberFormat::Digits(13), NumberFormat::HomeFood, NumberFormat::Bpom, NumberFormat::Halal, NumberFormat::Free(40)];
        if let Ok(first) = check(formats[which], &raw, None) {
            prop_assert_eq!(check(formats[which], first.number.as_str(), None), Ok(first.clone()));
        }
    }

    #[test]
    fn no_text_breaks_the_reading(raw in ".*", which in 0..4_usize) {
        let formats = [NumberFormat::HomeFood, NumberFormat::Bpom, NumberFormat::Halal, NumberFormat::Free(40)];
        let _ = check(formats[which], &raw, Some(ISSUED));
    }
}
