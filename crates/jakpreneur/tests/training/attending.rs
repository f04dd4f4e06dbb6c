//! Marks: one a person and session, corrected with a reason, by whatever card of the person.
use crate::{
    common::{self, NOON, open},
    world::{ask, class, is_verified, members, refused, state},
};
use jakpreneur::{
    App, Problem,
    attendance::{self, Admitted, Marking, Outcome, Told},
    people::{self, Decision},
};
use rules::{
    ClassId, Instant, MemberId,
    training::{Mark, PlaceState, Way},
};
use testkit::on_both_engines;

/// The day of the first session of `world::form`, at noon; tests act a week before it.
pub const FIRST: Instant = Instant(NOON.0 + 7 * 86_400_000_000);
/// The day of the second.
pub const SECOND: Instant = Instant(NOON.0 + 8 * 86_400_000_000);

pub fn mark_at(
    app: &App,
    at: Instant,
    (class, session): (ClassId, i16),
    marks: &[(MemberId, Mark)],
    reason: &str,
) -> Result<Told, Problem> {
    let asking = common::asking_at(app, at);
    let (marks, reason) = (marks.to_vec(), reason.to_owned());
    let marking = Marking { session, way: Way::Scanner, marks, reason };
    app.change_now(move |tx, house| attendance::mark(tx, house, &asking, class, &marking))
}

pub fn present(app: &App, class: ClassId, session: i16, them: &[MemberId]) -> Told {
    let at = if session == 1 { FIRST } else { SECOND };
    let marks: Vec<_> = them.iter().map(|member| (*member, Mark::Present)).collect();
    mark_at(app, at, (class, session), &marks, "").expect("marks")
}

pub fn admit(app: &App, class: ClassId, member: MemberId) -> Result<Admitted, Problem> {
    let asking = common::asking_at(app, FIRST);
    app.change_now(move |tx, house| {
        attendance::admit(tx, house, &asking, (class, 1), (member, Way::List), "")
    })
}

fn entries(app: &App) -> i64 {
    let found = app.db.look(|tx| tx.maybe("select count(*) from journal", ()));
    found.expect("looks").map_or(0, |(many,)| many)
}

on_both_engines!(the_same_mark_twice_is_one_and_says_since_when, |fresh| {
    let app = open(&fresh);
    let (class, member) = (class(&app, 5), members(&app, 1)[0]);
    ask(&app, class, member).expect("asks");
    let first = present(&app, class, 1, &[member]);
    assert_eq!(first.answers[0].outcome, Outcome::New(Mark::Present, FIRST));
    let before = entries(&app);
    let later = Instant(FIRST.0 + 60_000_000);
    let again = mark_at(&app, later, (class, 1), &[(member, Mark::Present)], "").expect("answers");
    assert_eq!(again.answers[0].outcome, Outcome::Already(Mark::Present, FIRST));
    assert_eq!(entries(&app), before, "nothing is recorded");
    is_verified(&app);
});

on_both_engines!(a_mark_is_corrected_with_a_reason_alone, |fresh| {
    let app = open(&fresh);
    let (class, member) = (class(&app, 5), members(&app, 1)[0]);
    ask(&app, class, member).expect("asks");
    present(&app, class, 1, &[member]);
    let absent = [(member, Mark::Absent)];
    assert_eq!(refused(mark_at(&app, FIRST, (class, 1), &absent, " ")), "reason");
    mark_at(&app, FIRST, (class, 1), &absent, "kartu dibawa orang lain").expect("corrects");
    let kept = app.db.look(|tx| attendance::kept(tx, (class, 1), member)).expect("looks");
    assert_eq!(kept.expect("is marked").mark, Mark::Absent);
    is_verified(&app);
});

on_both_engines!(before_its_day_a_session_has_no_marks_and_strangers_are_left_out, |fresh| {
    let app = open(&fresh);
    let (class, them) = (class(&app, 5), members(&app, 2));
    ask(&app, class, them[0]).expect("asks");
    let here = |n: usize| (them[n], Mark::Present);
    assert_eq!(refused(mark_at(&app, NOON, (class, 1), &[here(0)], "")), "session-not-yet");
    assert_eq!(refused(mark_at(&app, FIRST, (class, 9), &[here(0)], "")), "not-found");
    assert_eq!(refused(mark_at(&app, FIRST, (class, 1), &[here(1)], "")), "not-in-class");
    let told = mark_at(&app, FIRST, (class, 1), &[here(0), here(1)], "").expect("marks one");
    let outcomes: Vec<_> = told.answers.iter().map(|answer| answer.outcome).collect();
    assert!(matches!(outcomes[..], [Outcome::New(..), Outcome::LeftOut(_)]), "{outcomes:?}");
});

on_both_engines!(at_the_door_people_are_let_in_while_there_is_room, |fresh| {
    let app = open(&fresh);
    let (class, them) = (class(&app, 2), members(&app, 3));
    ask(&app, class, them[0]).expect("asks");
    let admitted = admit(&app, class, them[1]).expect("lets in");
    assert!(admitted.place.expect("a place").event.walk_in);
    assert_eq!(state(&app, class, them[1]), Some(PlaceState::Confirmed));
    assert_eq!(refused(admit(&app, class, them[2])), "class-full");
    assert_eq!(state(&app, class, them[2]), None);
    assert!(admit(&app, class, them[0]).expect("marks alone").place.is_none());
    is_verified(&app);
});

on_both_engines!(the_card_of_another_agency_marks_the_same_person, |fresh| {
    let app = open(&fresh);
    let (class, member) = (class(&app, 5), members(&app, 1)[0]);
    ask(&app, class, member).expect("asks");
    let other = common::register(&app, 40, "ppapp", "2022-01-03").expect("registers").event.member;
    let asking = common::asking(&app);
    let linked =
        app.change_now(move |tx, _| people::decide(tx, &asking, other, member, Decision::Same));
    linked.expect("links");
    let code = rules::CardCode { member: other, code: app.house.seal.card_code(other) };
    let read = attendance::of_card(&app.house, &code.to_string()).expect("is ours");
    let told = present(&app, class, 1, &[read]);
    assert_eq!(told.answers[0].member, member);
    let forged = rules::CardCode { member, ..code }.to_string();
    assert_eq!(refused(attendance::of_card(&app.house, &forged)), "card");
});
