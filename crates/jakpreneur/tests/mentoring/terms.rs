//! Terms of mentors: members are given only while one runs; whose mentor has none needs another.
use crate::{
    common::{asking, open},
    world::{assign, held, id, is_verified, member, mentor, on, refused},
};
use jakpreneur::{
    App, Problem,
    mentoring::{self, Because, EndTermForm, MentorAppointed, TermForm},
    staff::Officer,
};
use rules::{ActId, MemberId};
use std::sync::Arc;
use testkit::on_both_engines;

fn appoint(app: &App, of: &Officer, from: &str, until: &str) -> Result<MentorAppointed, Problem> {
    let (asked, mentor) = (asking(app), id(of));
    let form =
        TermForm { from_on: from.to_owned(), until_on: until.to_owned(), ..TermForm::default() };
    let act = app.change_now(move |tx, house| mentoring::appoint(tx, house, &asked, mentor, &form));
    act.map(|done| done.event)
}

fn end(app: &App, term: ActId, last_on: &str, because: &str) -> Result<(), Problem> {
    let asked = asking(app);
    let form = EndTermForm { last_on: last_on.to_owned(), because: because.to_owned() };
    app.change_now(move |tx, _| mentoring::end_term(tx, &asked, term, &form)).map(drop)
}

/// Who needs a mentor, with the office that looks after them and why.
fn needing(app: &App, by: &Arc<Officer>) -> Vec<(MemberId, String, Because)> {
    let today = app.house.today();
    let found = app.db.look(|tx| mentoring::needing(tx, by, today)).expect("looks");
    found.into_iter().map(|one| (one.row.id, one.office.to_string(), one.because)).collect()
}

on_both_engines!(members_are_given_only_to_a_mentor_whose_term_runs, |fresh| {
    let app = open(&fresh);
    let (who, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    appoint(&app, &by, "2021-06-22", "2022-06-21").expect("tells");
    assert_eq!(refused(assign(&app, &by, &[who])), ("members", "no-term"), "it ended yesterday");
    let share = {
        let asked = asking(&app);
        app.change_now(move |tx, _| mentoring::share(tx, &asked))
    };
    assert_eq!(refused(share), ("", "nobody-to-share"));
    let (asked, to) = (asking(&app), id(&by));
    let offered = app.change_now(move |tx, _| mentoring::offer(tx, &asked, to, &[who]));
    assert_eq!(refused(offered), ("members", "no-term"));
    appoint(&app, &by, "2022-06-22", "2022-12-31").expect("renews");
    assign(&app, &by, &[who]).expect("gives");
    assert_eq!(held(&app, &by), [who]);
    is_verified(&app);
});

on_both_engines!(a_term_that_ended_leaves_members_to_their_office_and_on_the_list, |fresh| {
    let app = open(&fresh);
    let (who, never) = (member(&app, 1), member(&app, 2));
    let by = mentor(&app, "sri", "31.73.05");
    let term = appoint(&app, &by, "2022-01-01", "2022-12-31").expect("tells").term;
    assign(&app, &by, &[who]).expect("gives");
    let office = || "31.73.05".to_owned();
    assert_eq!(needing(&app, &app.operator()), [(never, office(), Because::Nobody)]);
    end(&app, term, "2022-06-21", "resigned").expect("ends");
    let expected =
        [(who, office(), Because::TermOver(id(&by))), (never, office(), Because::Nobody)];
    assert_eq!(needing(&app, &app.operator()), expected);
    assert_eq!(refused(end(&app, term, "2022-06-21", "ill")), ("", "term-ended"));
    let other = mentor(&app, "tono", "31.73.05");
    assign(&app, &other, &[who]).expect("gives");
    assert_eq!(needing(&app, &app.operator()), [(never, office(), Because::Nobody)]);
    is_verified(&app);
});

on_both_engines!(an_offer_is_not_taken_once_the_term_is_over, |fresh| {
    let app = open(&fresh);
    let (who, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    appoint(&app, &by, "2022-01-01", "2022-06-22").expect("tells");
    let (asked, to) = (asking(&app), id(&by));
    let made = app.change_now(move |tx, _| mentoring::offer(tx, &asked, to, &[who]));
    let made = made.expect("offers").event.transfer;
    let asked = on(&app, &by, "2022-06-23");
    let answer = move |tx: &mut jakpreneur::journal::Change<'_>, _: &jakpreneur::House| {
        mentoring::answer(tx, &asked, made, mentoring::Reply::Accept)
    };
    assert_eq!(refused(app.change_now(answer)), ("", "no-term"));
    is_verified(&app);
});

on_both_engines!(what_cannot_be_a_term_is_refused_at_its_field, |fresh| {
    let app = open(&fresh);
    let by = mentor(&app, "sri", "31.73.05");
    let term = appoint(&app, &by, "2022-01-01", "2022-12-31").expect("tells").term;
    let wrong = |from: &str, until: &str| refused(appoint(&app, &by, from, until));
    assert_eq!(wrong("2022-12-31", "2023-12-31"), ("from_on", "term-overlaps"));
    assert_eq!(wrong("2023-02-01", "2023-01-01"), ("until_on", "term-ends-first"));
    assert_eq!(wrong("2023-01-01", "2033-01-01"), ("until_on", "term-long"));
    assert_eq!(wrong("", "2023-01-01"), ("from_on", "empty"));
    assert_eq!(refused(end(&app, term, "2023-01-01", "ill")), ("last_on", "not-in-term"));
    assert_eq!(refused(end(&app, term, "2022-06-22", "")), ("because", "reason"));
    let (asked, of) = (asking(&app), id(&by));
    let far = TermForm {
        area: "31.74.06".to_owned(),
        from_on: "2023-01-01".to_owned(),
        until_on: "2023-12-31".to_owned(),
        ..TermForm::default()
    };
    let done = app.change_now(move |tx, house| mentoring::appoint(tx, house, &asked, of, &far));
    assert_eq!(refused(done), ("area", "outside-scope"));
    let asked = on(&app, &by, "2022-06-22");
    let own = TermForm { from_on: "2023-01-01".to_owned(), ..TermForm::default() };
    let done = app.change_now(move |tx, house| mentoring::appoint(tx, house, &asked, of, &own));
    assert_eq!(refused(done), ("", "forbidden"), "a mentor tells no term");
});
