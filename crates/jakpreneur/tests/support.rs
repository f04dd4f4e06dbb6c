//! Support of agencies: given with a value, proved by files, taken back, counted by agency.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod common;

use common::{asking, day, open};
use jakpreneur::{
    App, Problem, files,
    files::Media,
    journal::Done,
    support::{self, Counts, Line, Span, SupportForm, SupportGiven, Wanted},
    verify::{NotVerified, verify},
};
use proptest::prelude::*;
use rules::{Agency, MemberId, Rupiah, SupportId, support::SupportKind};
use testkit::{Fresh, on_both_engines};

fn flour() -> SupportForm {
    SupportForm {
        kind: "Subsidi bahan baku".to_owned(),
        given_on: "2022-03-01".to_owned(),
        value: "Rp250.000".to_owned(),
        what: "25 kg tepung terigu".to_owned(),
        ..SupportForm::default()
    }
}

fn advice(agency: &str) -> SupportForm {
    SupportForm {
        kind: "konsultasi".to_owned(),
        given_on: "2022-04-01".to_owned(),
        what: "Kemasan dan harga".to_owned(),
        agency: agency.to_owned(),
        ..SupportForm::default()
    }
}

fn member(app: &App, number: u32, agency: &str) -> MemberId {
    common::register(app, number, agency, "2022-01-03").expect("registers").event.member
}

fn give(app: &App, to: MemberId, form: SupportForm) -> Result<Done<SupportGiven>, Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| support::give(tx, house, &asking, to, &form))
}

fn void(app: &App, of: SupportId, why: &'static str) -> Result<(), Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| support::void(tx, house, &asking, of, why)).map(drop)
}

fn figures(app: &App, span: &Span) -> (Counts, Vec<Line>) {
    let of = app.db.look(|tx| support::figures(tx, &app.operator(), span)).expect("counts");
    (of.total, of.lines)
}

/// How long a list is over all its pages of two.
fn listed(app: &App, span: &Span) -> u64 {
    let (mut many, mut after) = (0, None);
    loop {
        let wanted = Wanted { span: span.clone(), after, limit: 2 };
        let page = app.db.look(|tx| support::list(tx, &app.house, &app.operator(), &wanted));
        let (items, next) = page.expect("lists");
        many += items.len() as u64;
        after = next;
        if after.is_none() {
            return many;
        }
    }
}

fn is_verified(app: &App) {
    match verify(app, &mut |_, _, _| {}) {
        Ok(_) => {}
        Err(NotVerified::Differs(difference)) => panic!("{difference}"),
        Err(NotVerified::Problem(problem)) => panic!("{problem}"),
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (&'static str, &'static str) {
    match answer {
        Err(Problem::Refused(code)) => ("", code.slug()),
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code.slug()),
        Err(Problem::NotFound) => ("", "not-found"),
        other => panic!("{other:?}"),
    }
}

fn counts(services: u64, persons: u64, valued: u64, value: i64) -> Counts {
    Counts { services, persons, valued, value: Rupiah(value) }
}

on_both_engines!(what_was_given_counts_for_the_agency_that_gave_it, |fresh| {
    let app = open(&fresh);
    let (one, two) = (member(&app, 1, "ppkukm"), member(&app, 2, "ppkukm"));
    give(&app, one, flour()).expect("gives");
    give(&app, one, SupportForm { given_on: "2022-05-01".to_owned(), ..flour() }).expect("again");
    give(&app, two, advice("ppapp")).expect("another agency's");
    give(&app, two, advice("")).expect("one's own");
    let (total, lines) = figures(&app, &Span::default());
    assert_eq!(total, counts(4, 2, 2, 500_000), "an unknown value is not zero, and not known");
    let agency = |code| Agency::parse(code).expect("an agency");
    let line = |code, kind, counts| Line { agency: agency(code), kind, counts };
    let (material, talk) = (Some(SupportKind::RAW_MATERIAL), Some(SupportKind::CONSULTATION));
    assert_eq!(
        lines,
        [
            line("ppapp", None, counts(1, 1, 0, 0)),
            line("ppapp", talk, counts(1, 1, 0, 0)),
            line("ppkukm", None, counts(3, 2, 2, 500_000)),
            line("ppkukm", talk, counts(1, 1, 0, 0)),
            line("ppkukm", material, counts(2, 1, 2, 500_000)),
        ]
    );
    let april =
        Span { from: Some(day("2022-04-01")), to: Some(day("2022-04-30")), ..Span::default() };
    assert_eq!(figures(&app, &april).0, counts(2, 1, 0, 0));
    is_verified(&app);
});

on_both_engines!(what_never_was_stops_counting_and_stays_in_the_file, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1, "ppkukm");
    let given = give(&app, to, flour()).expect("gives").event.support;
    assert_eq!(refused(void(&app, given, " ")), ("reason", "reason"));
    void(&app, given, "Salah orang").expect("takes back");
    assert_eq!(refused(void(&app, given, "Salah orang")), ("", "already-voided"));
    assert_eq!(figures(&app, &Span::default()).0, Counts::default());
    let seen = app.db.look(|tx| support::see(tx, &app.house, &app.operator(), to)).expect("sees");
    assert_eq!(
        (seen[0].told.what.as_str(), seen[0].reason.as_str()),
        ("25 kg tepung terigu", "Salah orang")
    );
    is_verified(&app);
});

on_both_engines!(a_file_proves_it_and_another_kind_of_file_is_refused, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1, "ppkukm");
    let given = give(&app, to, flour()).expect("gives").event.support;
    let (asked, ready) = (asking(&app), files::ready("file", b"%PDF-1.7 kuitansi".to_vec()));
    let ready = ready.expect("a PDF");
    let kept = app
        .change_now(move |tx, house| support::add_evidence(tx, house, &asked, given, &ready))
        .expect("keeps");
    let (officer, at, file) = (app.operator(), app.house.now(), kept.event.file.file);
    let got = app.change_now(move |tx, house| {
        support::take_evidence(tx, house, &officer, (at, house.new_id()), (given, file))
    });
    assert_eq!(got.expect("gives"), (Media::Pdf, b"%PDF-1.7 kuitansi".to_vec()));
    let page = files::ready("file", b"<html><script>".to_vec());
    assert_eq!(refused(page), ("file", "evidence-file"));
    is_verified(&app);
});

on_both_engines!(a_slip_of_the_keyboard_is_told_at_its_field, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1, "ppkukm");
    let with = |change: fn(&mut SupportForm)| {
        let mut form = flour();
        change(&mut form);
        refused(give(&app, to, form))
    };
    assert_eq!(with(|form| form.kind.clear()), ("kind", "empty"));
    assert_eq!(with(|form| "mesin".clone_into(&mut form.kind)), ("kind", "word"));
    assert_eq!(with(|form| form.what.clear()), ("what", "empty"));
    assert_eq!(with(|form| "banyak".clone_into(&mut form.value)), ("value", "number"));
    assert_eq!(with(|form| "10000000001".clone_into(&mut form.value)), ("value", "number"));
    assert_eq!(with(|form| "2022-06-23".clone_into(&mut form.given_on)), ("given_on", "future"));
    assert_eq!(
        with(|form| "2022-01-02".clone_into(&mut form.given_on)),
        ("given_on", "before-registration")
    );
    assert_eq!(with(|form| "entah".clone_into(&mut form.agency)), ("agency", "agency"));
});

#[test]
fn the_same_request_gives_once() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let to = member(&app, 1, "ppkukm");
    let mut asked = asking(&app);
    asked.asked = Some([7; 32]);
    let again = asked.clone();
    let first = app.change_now(move |tx, house| support::give(tx, house, &asked, to, &flour()));
    let second = app.change_now(move |tx, house| support::give(tx, house, &again, to, &flour()));
    let (first, second) = (first.expect("gives"), second.expect("answers"));
    assert!(second.before && first.event == second.event);
    assert_eq!(figures(&app, &Span::default()).0.services, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The number is the length of its list, and services and rupiah add up over agencies and kinds.
    #[test]
    fn every_number_has_its_list(
        given in prop::collection::vec((0..3_u32, 0..2_usize, 0..3_usize, prop::option::of(0..1_000_i64), any::<bool>()), 0..14)
    ) {
        let fresh = Fresh::sqlite();
        let app = open(&fresh);
        let of: Vec<MemberId> = (0..3).map(|n| member(&app, n, "ppkukm")).collect();
        for (who, agency, kind, value, back) in given {
            let form = SupportForm {
                kind: ["raw_material", "consultation", "other"][kind].to_owned(),
                value: value.map(|value| value.to_string()).unwrap_or_default(),
                agency: ["ppkukm", "ppapp"][agency].to_owned(),
                ..flour()
            };
            let done = give(&app, of[who as usize], form).expect("gives");
            if back {
                void(&app, done.event.support, "salah").expect("takes back");
            }
        }
        let (total, lines) = figures(&app, &Span::default());
        prop_assert_eq!(total.services, listed(&app, &Span::default()));
        for whole in [true, false] {
            let of = || lines.iter().filter(|line| line.kind.is_none() == whole);
            prop_assert_eq!(of().map(|line| line.counts.services).sum::<u64>(), total.services);
            prop_assert_eq!(of().map(|line| line.counts.value.0).sum::<i64>(), total.value.0);
        }
        for line in lines {
            let span = Span { agency: Some(line.agency), kind: line.kind, ..Span::default() };
            prop_assert_eq!(line.counts.services, listed(&app, &span));
            prop_assert_eq!(line.counts, figures(&app, &span).0);
        }
    }
}
