//! A permit from the asking to its end, and the stage it reaches (BR-21, BR-22).
use crate::{
    common::{self, day, open},
    world::{
        correct, decide, is_verified, licensed, member, nib, permits, record, refused, text, void,
    },
};
use jakpreneur::licences::{self, HalalForm, LicenceForm, SOON, Wanted, Which};
use rules::licensing::{HalalPath, LicenceState, Obstacle, Validity};
use testkit::on_both_engines;

on_both_engines!(a_receipt_reaches_no_stage_and_the_permit_does_on_its_day, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let asked = LicenceForm {
        kind: text("merek"),
        requested_on: text("2022-02-01"),
        ..LicenceForm::default()
    };
    let done = record(&app, member, asked).expect("records");
    assert_eq!(done.event.state, LicenceState::Requested);
    assert_eq!(licensed(&app, "2022-06-22"), 0, "a receipt is no permit");
    let issued = LicenceForm {
        number: text("IDM000123456"),
        issued_on: text("2022-05-10"),
        ..LicenceForm::default()
    };
    let decided = decide(&app, done.event.licence, LicenceState::Issued, issued.clone());
    assert_eq!(decided.expect("decides").event.expires_on, Some(day("2032-05-10")));
    assert_eq!((licensed(&app, "2022-05-09"), licensed(&app, "2022-05-10")), (0, 1));
    let again = decide(&app, done.event.licence, LicenceState::Issued, issued);
    assert_eq!(refused(again), ("", "licence-decided"));
    is_verified(&app);
});

on_both_engines!(a_permit_older_than_the_membership_counts_from_registration, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let old = LicenceForm { issued_on: text("2020-03-01"), ..nib() };
    record(&app, member, old).expect("records");
    assert_eq!((licensed(&app, "2022-01-02"), licensed(&app, "2022-01-03")), (0, 1));
});

on_both_engines!(a_refused_permit_has_a_reason_and_is_asked_for_anew, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let asked = || LicenceForm { kind: text("slhs"), ..LicenceForm::default() };
    let done = record(&app, member, asked()).expect("records");
    let no_reason = decide(&app, done.event.licence, LicenceState::Refused, asked());
    assert_eq!(refused(no_reason), ("refusal", "reason"));
    let zoning = LicenceForm { refusal: text("Zonasi"), ..LicenceForm::default() };
    decide(&app, done.event.licence, LicenceState::Refused, zoning).expect("refuses");
    record(&app, member, asked()).expect("asks anew");
    let all = permits(&app, member);
    assert_eq!(all[0].refusal.map(rules::licensing::RefusalReason::word), Some("zoning"));
    assert_eq!(all[1].state, LicenceState::Requested);
    assert_eq!(licensed(&app, "2022-06-22"), 0);
    is_verified(&app);
});

on_both_engines!(
    what_was_reached_stays_when_the_issuer_revokes_and_goes_when_it_never_was,
    |fresh| {
        let app = open(&fresh);
        let (first, second) = (member(&app, 1), member(&app, 2));
        let one = record(&app, first, nib()).expect("records").event.licence;
        let two = LicenceForm { number: text("9999999999999"), ..nib() };
        let two = record(&app, second, two).expect("records").event.licence;
        let note = |note: &str| LicenceForm { note: text(note), ..LicenceForm::default() };
        let silent = decide(&app, one, LicenceState::Revoked, note(""));
        assert_eq!(refused(silent), ("note", "reason"));
        decide(&app, one, LicenceState::Revoked, note("Usaha ditutup")).expect("revokes");
        assert_eq!(refused(void(&app, two, " ")), ("reason", "reason"));
        void(&app, two, "Salah orang").expect("takes back");
        assert_eq!(licensed(&app, "2022-06-22"), 1);
        assert_eq!(permits(&app, first)[0].validity_on(day("2022-06-22")), Some(Validity::Revoked));
        assert_eq!(permits(&app, second)[0].validity_on(day("2022-06-22")), None);
        assert_eq!(refused(void(&app, two, "Lagi")), ("", "already-voided"));
        record(&app, second, LicenceForm { number: text("9999999999999"), ..nib() })
            .expect("what never was may be recorded");
        is_verified(&app);
    }
);

on_both_engines!(a_correction_moves_the_stage_and_keeps_what_was_said, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let licence = record(&app, member, nib()).expect("records").event.licence;
    let typed =
        |issued_on: &str| LicenceForm { issued_on: text(issued_on), ..LicenceForm::default() };
    assert_eq!(refused(correct(&app, licence, typed("2022-04-01"), "")), ("reason", "reason"));
    assert_eq!(refused(correct(&app, licence, typed("2022-03-01"), "?")), ("", "unchanged"));
    correct(&app, licence, typed("2022-04-01"), "Salah baca").expect("corrects");
    assert_eq!((licensed(&app, "2022-03-31"), licensed(&app, "2022-04-01")), (0, 1));
    let officer = app.operator();
    let seen = app.db.look(|tx| licences::see(tx, &app.house, &officer, licence)).expect("sees");
    assert_eq!(seen.details.number, "1234567890123");
    let said = &seen.steps[1].1;
    assert_eq!(said.reason, "Salah baca");
    assert_eq!(said.before.as_ref().and_then(|it| it.issued_on), Some(day("2022-03-01")));
    is_verified(&app);
});

on_both_engines!(numbers_and_days_are_checked_and_what_is_odd_only_warns, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    for (form, field, code) in [
        (LicenceForm { number: text("123"), ..nib() }, "number", "number-short"),
        (LicenceForm { number: text(""), ..nib() }, "number", "empty"),
        (LicenceForm { kind: text("SIM"), ..nib() }, "kind", "word"),
        (LicenceForm { issued_on: text("2022-06-23"), ..nib() }, "issued_on", "future"),
        (LicenceForm { requested_on: text("2022-03-02"), ..nib() }, "issued_on", "before-request"),
        (LicenceForm { expires_on: text("2022-02-28"), ..nib() }, "expires_on", "before-issue"),
        (LicenceForm { state: text("terbit"), issued_on: text(""), ..nib() }, "issued_on", "empty"),
    ] {
        assert_eq!(refused(record(&app, member, form)), (field, code));
    }
    let milk = LicenceForm {
        kind: text("P-IRT"),
        number: text("P-IRT No. 2063173010123-26"),
        product: text("milk"),
        ..nib()
    };
    let done = record(&app, member, milk).expect("records");
    assert_eq!(done.event.warnings, ["excluded-product"]);
    assert_eq!(done.event.dates.expires_on, Some(day("2026-12-31")), "the year of its number");
    let iumk = LicenceForm { kind: text("iumk"), number: text("12/2022"), ..nib() };
    assert_eq!(record(&app, member, iumk).expect("records").event.warnings, ["no-longer-issued"]);
    record(&app, member, nib()).expect("records");
    assert_eq!(refused(record(&app, member, nib())), ("", "licence-there"));
});

on_both_engines!(what_ends_soon_is_listed_the_first_to_end_first_and_in_scope_alone, |fresh| {
    let app = open(&fresh);
    let ends = |n: u32, on: &str| {
        let who = member(&app, n);
        record(&app, who, LicenceForm { expires_on: text(on), ..nib() }).expect("records");
    };
    ends(1, "2022-09-21");
    ends(2, "2022-09-20");
    ends(3, "2022-06-22");
    ends(4, "2022-06-21");
    let elsewhere = common::register(&app, 5, "ppapp", "2022-01-03").expect("registers");
    record(&app, elsewhere.event.member, LicenceForm { expires_on: text("2022-07-01"), ..nib() })
        .expect("records");
    let list = |which, limit, after| {
        let wanted = Wanted { which, after, limit, ..Wanted::default() };
        let officer = app.operator();
        let today = app.house.today();
        let look = app.db.look(|tx| licences::list(tx, &app.house, &officer, &wanted, today));
        look.expect("lists")
    };
    let soon = list(Which::Ending(SOON), 2, None);
    let days = |found: &licences::Found| -> Vec<String> {
        found.items.iter().filter_map(|it| Some(it.row.dates.expires_on?.to_string())).collect()
    };
    assert_eq!(soon.total, 3, "until 20 September, from today on");
    assert_eq!(days(&soon), ["2022-06-22", "2022-07-01"]);
    let rest = list(Which::Ending(SOON), 2, soon.next);
    assert_eq!((days(&rest), rest.next), (vec![text("2022-09-20")], None));
    assert_eq!(days(&list(Which::Expired, 9, None)), ["2022-06-21"]);
    assert_eq!(list(Which::All, 2, None).total, 5);
});

on_both_engines!(the_way_to_halal_follows_the_permits_and_what_is_told, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let told = HalalForm {
        annual_sales: text("Rp500.000.000"),
        outlets: text("1"),
        slaughter: text("no"),
    };
    let advise = |form: &HalalForm| {
        let (officer, today) = (app.operator(), app.house.today());
        let look =
            app.db.look(|tx| licences::advise_halal(tx, &app.house, &officer, member, form, today));
        look.expect("advises").advice
    };
    assert_eq!(advise(&told).against, [Obstacle::Nib]);
    record(&app, member, nib()).expect("records");
    assert_eq!(advise(&told).path, HalalPath::Declared);
    assert_eq!(advise(&HalalForm::default()).path, HalalPath::Ask);
    let too_much = HalalForm { annual_sales: text("500000001"), ..told };
    assert_eq!(advise(&too_much).against, [Obstacle::Sales]);
});
