//! The training of a period is released as it was: who came later, and who counts no longer, is told by the two
//! lists.
use crate::{
    common::{asking, open, register},
    world::{opened, release},
};
use jakpreneur::{
    App, Code, FieldError, Problem,
    classes::{self, ClassForm, SessionForm},
    places::{self, Wish},
    releases::{Document, Part, Reason, ReleaseForm},
    verify::verify,
};
use rules::{ClassId, MemberId};
use testkit::on_both_engines;

/// A class of one day, a week from now.
fn class(app: &App) -> ClassId {
    let text = |text: &str| Some(text.to_owned());
    let session = SessionForm {
        held_on: "2022-06-29".to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "praktik".to_owned(),
        ..SessionForm::default()
    };
    let form = ClassForm {
        kind: text("trade"),
        title: text("Olahan kue kering"),
        trade: text("kue-roti"),
        agency: text("ppkukm"),
        area: text("31.73.05"),
        place: text("Aula kecamatan Kebon Jeruk"),
        capacity: text("20"),
        closes_on: text("2022-06-28"),
        sessions: Some(vec![session]),
        ..ClassForm::default()
    };
    let asking = asking(app);
    let done = app.change_now(move |tx, house| classes::announce(tx, house, &asking, &form));
    done.expect("announces").event.class
}

fn ask(app: &App, class: ClassId, member: MemberId) {
    let (asking, wish) = (asking(app), Wish::default());
    app.change_now(move |tx, house| places::ask(tx, house, &asking, class, member, &wish))
        .expect("asks");
}

fn june() -> ReleaseForm {
    let mut form = ReleaseForm { kind: "training".to_owned(), ..ReleaseForm::default() };
    form.period = Some("2022-06".to_owned());
    form.question.as_at = Some("2022-06-30".to_owned());
    form.question.by = Some("area:kecamatan".to_owned());
    form
}

fn restating(before: &Document) -> ReleaseForm {
    let (restates, reason) = (before.number.clone(), "Data terlambat".to_owned());
    ReleaseForm { restates, reason, ..june() }
}

/// How the registered changed, and why.
fn told(document: &Document) -> (u64, u64, Vec<Part>) {
    let restated = document.restates.as_ref().expect("restates");
    let change = restated.changes.iter().find(|it| it.key == "registered").expect("differs");
    (change.was, change.now, change.parts.clone())
}

on_both_engines!(training_is_frozen_with_its_people_and_restated_to_the_last_of_them, |fresh| {
    let app = open(&fresh);
    let people: Vec<MemberId> = (1..=3)
        .map(|n| register(&app, n, "ppkukm", "2022-01-03").expect("registers").event.member)
        .collect();
    let class = class(&app);
    ask(&app, class, people[0]);
    ask(&app, class, people[1]);
    let first = release(&app, &june()).expect("releases");
    let before = opened(&app, &first);
    let document = before.document.clone();
    let of = |key: &str| document.line(key).map(|line| line.actual);
    assert_eq!((of("registered"), of("31.73.05/registered")), (Some(2), Some(2)));
    assert_eq!((of("invited"), of("present"), document.persons), (Some(0), Some(0), 2));

    ask(&app, class, people[2]);
    let second = opened(&app, &release(&app, &restating(&document)).expect("releases")).document;
    let later = Part { change: 1, reason: Reason::EnteredLater };
    assert_eq!(told(&second), (2, 3, vec![later]));
    let asking = asking(&app);
    app.change_now(move |tx, _| classes::call_off(tx, &asking, class, "banjir"))
        .expect("calls off");
    let third = opened(&app, &release(&app, &restating(&second)).expect("releases")).document;
    let no_longer = Part { change: -3, reason: Reason::CountsNoLonger };
    assert_eq!(told(&third), (3, 0, vec![no_longer]));
    assert_eq!(opened(&app, &first).bytes, before.bytes, "the bytes are those released");
    verify(&app, &mut |_, _, _| {}).expect("every release is what was released");
});

on_both_engines!(training_asks_for_a_period_and_for_nothing_it_does_not_know, |fresh| {
    let app = open(&fresh);
    let wrong = |form: &ReleaseForm| {
        let Err(Problem::Invalid(wrong)) = release(&app, form) else { panic!("released") };
        wrong
    };
    let no_period = ReleaseForm { period: None, ..june() };
    assert_eq!(wrong(&no_period), [FieldError::new("period", Code::Empty)]);
    let mut then = june();
    then.question.known_at = Some("0".to_owned());
    assert_eq!(wrong(&then), [FieldError::new("known_at", Code::Word)], "it is known as now");
    let mut by = june();
    by.question.by = Some("agency".to_owned());
    assert_eq!(wrong(&by), [FieldError::new("by", Code::Word)]);
});
