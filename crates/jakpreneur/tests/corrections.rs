//! Corrections: a new fact with a reason; counts, lists and look-ups follow, and nothing earlier changes.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{ask, asking, day, nik, open, register, serve, void};
use jakpreneur::{
    App, Code, Problem,
    journal::Done,
    people::{self, Asked, Corrected, CorrectionForm, Decision},
    reports::Narrowing,
    verify::verify,
};
use rules::{MemberId, StageKind, correction::Field};
use testkit::on_both_engines;

fn because(form: CorrectionForm) -> CorrectionForm {
    CorrectionForm { reason: "salah ketik".to_owned(), ..form }
}

#[expect(clippy::unnecessary_wraps, reason = "fields of a form may be none")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn correct(app: &App, member: MemberId, form: CorrectionForm) -> Result<Done<Corrected>, Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| people::correct(tx, house, &asking, member, &form))
}

fn in_kecamatan(app: &App, area: &str, as_at: &str, known_at: Option<i64>) -> u64 {
    let area = Some(area.parse().expect("a region"));
    let narrowing = Narrowing { area, as_at: Some(day(as_at)), known_at, ..Narrowing::default() };
    ask(app, &narrowing).persons
}

fn found(app: &App, q: &str) -> u64 {
    let asked = Asked { q: some(q), limit: 10, ..Asked::default() };
    people::list(&app.db, &app.house, &app.operator(), &asked).expect("lists").total
}

fn by_nik(app: &App, nik: &str) -> Vec<MemberId> {
    let found = app.db.look(|tx| people::by_nik(tx, &app.house, &app.operator(), nik));
    found.expect("looks").into_iter().map(|line| line.row.id).collect()
}

/// Nothing differs, now and after opening the programme anew.
fn verified(app: &App, fresh: &testkit::Fresh) {
    verify(app, &mut |_, _, _| {}).expect("nothing differs");
    let again = open(fresh);
    for known_at in 0..=app.house.board().position {
        let narrowing = Narrowing { known_at: Some(known_at), ..Narrowing::default() };
        assert_eq!(ask(&again, &narrowing), ask(app, &narrowing), "as known at {known_at}");
    }
}

on_both_engines!(who_moves_is_counted_in_the_old_place_for_the_days_before, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let moved = CorrectionForm {
        kelurahan: some("Cilandak Barat"),
        office: some("Cilandak"),
        moved_on: "2022-03-01".to_owned(),
        ..CorrectionForm::default()
    };
    let done = correct(&app, member, because(moved)).expect("corrects");
    assert_eq!(done.event.fields, [Field::Kelurahan, Field::Office]);
    assert_eq!(in_kecamatan(&app, "31.73.05", "2022-02-28", None), 1);
    assert_eq!(in_kecamatan(&app, "31.73.05", "2022-03-01", None), 0);
    assert_eq!(in_kecamatan(&app, "31.74.06", "2022-03-01", None), 1);
    let before = Some(done.stamp.position - 1);
    assert_eq!(in_kecamatan(&app, "31.73.05", "2022-03-01", before), 1, "nobody knew of it then");
    verified(&app, &fresh);
});

on_both_engines!(a_mistake_is_corrected_from_the_beginning, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let wrong = CorrectionForm {
        kelurahan: some("Cilandak Barat"),
        office: some("31.74.06"),
        registered_on: some("2021-12-01"),
        has_business: Some(true),
        ..CorrectionForm::default()
    };
    let done = correct(&app, member, because(wrong)).expect("corrects");
    assert_eq!(in_kecamatan(&app, "31.74.06", "2021-12-01", None), 1);
    assert_eq!(in_kecamatan(&app, "31.73.05", "2022-01-03", None), 0);
    let before = Some(done.stamp.position - 1);
    assert_eq!(in_kecamatan(&app, "31.74.06", "2021-12-01", before), 0);
    assert_eq!(in_kecamatan(&app, "31.73.05", "2022-01-03", before), 1);
    verified(&app, &fresh);
});

on_both_engines!(a_corrected_name_and_phone_are_found, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let wrong = CorrectionForm {
        name: some("Sari Dewi"),
        phone: some("0812 0000 0009"),
        target_groups: Some(vec!["starter".to_owned()]),
        ..CorrectionForm::default()
    };
    let done = correct(&app, member, because(wrong)).expect("corrects");
    assert_eq!(done.event.fields, [Field::Name, Field::Phone, Field::TargetGroups]);
    assert_eq!((found(&app, "sari"), found(&app, "warga")), (1, 0));
    let phoned = app
        .db
        .look(|tx| people::by_phone(tx, &app.house, &app.operator(), "081200000009"))
        .expect("looks");
    assert_eq!(phoned.len(), 1);
    let again = open(&fresh);
    again.load_names().expect("loads");
    assert_eq!((found(&again, "sari"), found(&again, "warga")), (1, 0));
    verified(&app, &fresh);
});

on_both_engines!(a_wrong_nik_is_let_go_and_the_right_one_is_taken, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let right = CorrectionForm { nik: some(&nik(2)), ..CorrectionForm::default() };
    let done = correct(&app, member, because(right)).expect("corrects");
    assert_eq!(done.event.fields, [Field::Nik, Field::BirthDate], "what was read from it follows");
    assert_eq!((by_nik(&app, &nik(2)), by_nik(&app, &nik(1))), (vec![member], vec![]));

    let again = register(&app, 2, "ppkukm", "2022-01-03");
    assert!(matches!(again, Err(Problem::NikRegistered(Some(it))) if it == member));
    let owner = register(&app, 1, "ppkukm", "2022-01-03").expect("the wrong NIK is free").event;
    assert!(!owner.person_known);
    let elsewhere = register(&app, 2, "ppapp", "2022-01-03").expect("registers").event;
    assert!(elsewhere.person_known, "the right NIK leads to the person");
    assert_eq!(by_nik(&app, &nik(2)), [member, elsewhere.member]);

    let back = CorrectionForm { nik: some(&nik(1)), ..CorrectionForm::default() };
    let back = correct(&app, member, because(back));
    assert!(matches!(back, Err(Problem::NikRegistered(Some(it))) if it == owner.member));
    let third = CorrectionForm { nik: some(&nik(3)), ..CorrectionForm::default() };
    correct(&app, member, because(third)).expect("corrects twice");
    assert_eq!(by_nik(&app, &nik(2)), [elsewhere.member]);
    assert_eq!(by_nik(&app, &nik(3)), [member]);
    verified(&app, &fresh);
});

on_both_engines!(a_nik_of_another_agencys_person_makes_a_pair_and_no_link, |fresh| {
    let app = open(&fresh);
    let theirs = register(&app, 2, "ppapp", "2022-01-03").expect("registers").event.member;
    let ours = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let right = CorrectionForm { nik: some(&nik(2)), ..CorrectionForm::default() };
    correct(&app, ours, because(right)).expect("corrects");
    assert_eq!(ask(&app, &Narrowing::default()).persons, 2, "nothing is linked by itself");
    let pairs = app.db.look(|tx| people::pairs(tx, &app.operator().scope, None, 10)).unwrap();
    let [pair] = pairs.as_slice() else { unreachable!("one pair: {pairs:?}") };
    assert_eq!((pair.member, pair.other, pair.basis.as_str()), (ours, theirs, "nik"));
    let asked = asking(&app);
    app.change_now(move |tx, _| people::decide(tx, &asked, ours, theirs, Decision::Same))
        .expect("decides");
    assert_eq!(ask(&app, &Narrowing::default()).persons, 1);
    let third = register(&app, 2, "sosial", "2022-01-03").expect("registers").event;
    assert!(third.person_known);
    assert_eq!(ask(&app, &Narrowing::default()).persons, 1);
    verified(&app, &fresh);
});

on_both_engines!(who_looks_alike_only_after_a_correction_is_put_on_the_list_once, |fresh| {
    let app = open(&fresh);
    let corrected = |member, form| correct(&app, member, because(form)).expect("corrects").event;
    let (name, born) = (some("Sari Dewi Lestari"), some("1990-06-15"));
    let alike = |name: &Option<String>, phone: Option<String>| CorrectionForm {
        name: name.clone(),
        birth_date: born.clone(),
        phone,
        ..CorrectionForm::default()
    };
    let one = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let two = register(&app, 2, "ppkukm", "2022-01-03").expect("registers").event.member;
    let three = register(&app, 3, "ppkukm", "2022-01-03").expect("registers").event.member;
    assert_eq!(corrected(one, alike(&name, some("081234567890"))).similar, []);
    let similar = corrected(two, alike(&name, None)).similar;
    assert_eq!(similar, [(one, "name+birth_date".to_owned())]);
    let asked = asking(&app);
    app.change_now(move |tx, _| people::decide(tx, &asked, two, one, Decision::Different))
        .expect("decides");
    let phone = CorrectionForm { phone: some("0812 3456 7890"), ..CorrectionForm::default() };
    assert_eq!(corrected(two, phone.clone()).similar, [], "decided, so not asked again");
    let similar = corrected(three, phone).similar;
    assert_eq!(similar.len(), 2, "{similar:?}");
    assert!(similar.iter().all(|(_, basis)| basis == "phone"));
    let track = CorrectionForm { has_business: Some(true), ..CorrectionForm::default() };
    assert_eq!(corrected(three, track).similar, [], "nothing about looks changed");
    verified(&app, &fresh);
});

on_both_engines!(a_correction_needs_a_reason_a_difference_and_an_open_file, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let service = serve(&app, member, StageKind::Training, "2022-02-01").expect("records");
    let name = CorrectionForm { name: some("Sari Dewi"), ..CorrectionForm::default() };
    let wrong = |form: CorrectionForm| match correct(&app, member, form) {
        Err(Problem::Invalid(fields)) => fields.iter().map(|it| (it.field, it.code)).collect(),
        Err(Problem::Refused(code)) => vec![("", code)],
        Err(other) => unreachable!("{other}"),
        Ok(_) => vec![],
    };
    assert_eq!(wrong(name), [("reason", Code::Reason)]);
    assert_eq!(wrong(because(CorrectionForm::default())), [("", Code::Unchanged)]);
    let same = CorrectionForm { nik: some(&nik(1)), phone: some(""), ..CorrectionForm::default() };
    assert_eq!(wrong(because(same)), [("", Code::Unchanged)]);
    let late = CorrectionForm { registered_on: some("2022-02-02"), ..CorrectionForm::default() };
    assert_eq!(wrong(because(late.clone())), [("registered_on", Code::AfterService)]);
    let nowhere = CorrectionForm {
        phone: some("12"),
        kelurahan: some("Negeri Jauh"),
        ..CorrectionForm::default()
    };
    let fields = [("phone", Code::Phone), ("kelurahan", Code::Region)];
    assert_eq!(wrong(because(nowhere)), fields);
    void(&app, service.event.service).expect("voids");
    assert_eq!(wrong(because(late)), []);
    let unknown = correct(&app, MemberId(testkit::id()), CorrectionForm::default());
    assert!(matches!(unknown, Err(Problem::NotFound)));
});

on_both_engines!(what_was_joined_is_parted_again_and_never_joined_by_itself, |fresh| {
    let app = open(&fresh);
    let theirs = register(&app, 2, "ppapp", "2022-01-03").expect("registers").event.member;
    let ours = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let right = CorrectionForm { nik: some(&nik(2)), ..CorrectionForm::default() };
    correct(&app, ours, because(right)).expect("corrects");
    let decide = |decision| {
        let asked = asking(&app);
        app.change_now(move |tx, _| people::decide(tx, &asked, ours, theirs, decision))
    };
    let undo = |reason: &'static str| {
        let asked = asking(&app);
        app.change_now(move |tx, house| people::undo(tx, house, &asked, ours, theirs, reason))
    };
    let persons = || ask(&app, &Narrowing::default()).persons;
    let waiting = || app.db.look(|tx| people::undecided(tx, &app.operator().scope)).expect("looks");
    assert!(matches!(undo("keliru"), Err(Problem::Refused(Code::Undecided))));
    decide(Decision::Same).expect("joins");
    assert_eq!((persons(), waiting()), (1, 0));
    assert!(matches!(undo(" "), Err(Problem::Invalid(_))));
    undo("dua orang bersaudara").expect("parts");
    assert_eq!((persons(), waiting()), (2, 0), "a human split is not asked about again");
    let back = CorrectionForm { nik: some(&nik(3)), ..CorrectionForm::default() };
    correct(&app, ours, because(back)).expect("corrects");
    let again = CorrectionForm { nik: some(&nik(2)), ..CorrectionForm::default() };
    correct(&app, ours, because(again)).expect("corrects");
    assert_eq!((persons(), waiting()), (2, 0), "not even when the same NIK comes up again");
    undo("ternyata satu orang").expect("looks again");
    assert_eq!((persons(), waiting()), (2, 1), "somebody asked to look again");
    decide(Decision::Same).expect("joins");
    assert_eq!(persons(), 1);
    verified(&app, &fresh);
});
