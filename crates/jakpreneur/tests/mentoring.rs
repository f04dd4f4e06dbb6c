//! Mentoring: caseloads with their history, and visits of which the first is the service.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{asking, open, register};
use jakpreneur::{
    App, Problem,
    journal::Done,
    mentoring::{self, Assignment, MentorAssigned, VisitForm, Visited},
    staff::{self, AccountForm, Cost, Officer},
    stages,
    verify::verify,
};
use rules::{MemberId, StageKind, UserId};
use std::sync::Arc;
use testkit::on_both_engines;

fn member(app: &App, number: u32) -> MemberId {
    register(app, number, "ppkukm", "2022-01-03").expect("registers").event.member
}

fn mentor(app: &App, name: &str, area: &str) -> Arc<Officer> {
    let text = |text: &str| text.to_owned();
    let form = AccountForm {
        name: text(name),
        role: text("mentor"),
        agency: text("ppkukm"),
        area: text(area),
        password: text("pisang goreng hangat"),
    };
    let new = form.understand(&app.house).expect("understood");
    let hash = new.password.hash(Cost { memory: 64, passes: 1 }, [7; 16]).expect("hashes");
    let asked = asking(app);
    app.change_now(move |tx, house| staff::add(tx, house, &asked, &new, &hash)).expect("adds");
    let scope = app.operator().scope.clone();
    let account = app.db.look(|tx| staff::account_named(tx, &scope, name)).expect("looks");
    Arc::new(account.expect("is there").officer())
}

fn id(officer: &Officer) -> UserId {
    officer.user.expect("an account")
}

fn assign(
    app: &App,
    mentor: &Officer,
    members: &[MemberId],
) -> Result<Done<MentorAssigned>, Problem> {
    let asked = asking(app);
    let asked_for = Assignment { mentor: id(mentor), members: members.to_vec() };
    app.change_now(move |tx, _| mentoring::assign(tx, &asked, &asked_for))
}

fn visit(app: &App, by: &Arc<Officer>, to: MemberId, met: &str) -> Result<Done<Visited>, Problem> {
    let mut asked = asking(app);
    asked.officer = by.clone();
    let form = VisitForm {
        met: met.to_owned(),
        topics: vec!["permit".to_owned(), "permit".to_owned()],
        note: "Mau urus NIB".to_owned(),
        again_in: "2w".to_owned(),
        ..VisitForm::default()
    };
    app.change_now(move |tx, house| mentoring::visit(tx, house, &asked, to, &form))
}

on_both_engines!(the_first_visit_that_meets_somebody_is_the_mentoring_service, |fresh| {
    let app = open(&fresh);
    let (to, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    assert!(visit(&app, &by, to, "nobody").expect("records").event.service.is_none());
    let first = visit(&app, &by, to, "family").expect("records").event;
    assert!(first.service.is_some());
    assert_eq!(first.topics.len(), 1, "a topic named twice is one");
    assert!(visit(&app, &by, to, "member").expect("records").event.service.is_none());
    let asked = asking(&app);
    let service = first.service.expect("a service");
    app.change_now(move |tx, house| stages::void(tx, house, &asked, service, "Salah peserta"))
        .expect("takes back");
    let again = visit(&app, &by, to, "member").expect("records").event;
    assert!(again.service.is_some(), "what was taken back is received by the next visit");
    let services = app.db.look(|tx| stages::services_of(tx, to)).expect("looks");
    assert_eq!(services.iter().filter(|it| it.stage == StageKind::Mentoring).count(), 2);
    verify(&app, &mut |_, _, _| {}).expect("every row follows from the journal");
});

on_both_engines!(a_member_given_to_another_mentor_keeps_the_days_with_the_first, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1);
    let (one, other) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    assign(&app, &one, &[to, to]).expect("assigns");
    assert!(assign(&app, &one, &[to]).expect("assigns").event.members.is_empty());
    assign(&app, &other, &[to]).expect("assigns");
    let kept = app.db.look(|tx| mentoring::assignments_of(tx, to)).expect("looks");
    assert_eq!(kept.len(), 2);
    assert_eq!((kept[0].mentor, kept[0].until_on), (id(&one), Some(kept[1].from_on)));
    assert_eq!((kept[1].mentor, kept[1].until_on), (id(&other), None));
    verify(&app, &mut |_, _, _| {}).expect("every row follows from the journal");
});

on_both_engines!(who_is_due_comes_first_and_a_visit_moves_the_day, |fresh| {
    let app = open(&fresh);
    let (visited, waiting) = (member(&app, 1), member(&app, 2));
    let by = mentor(&app, "sri", "31.73.05");
    assign(&app, &by, &[visited, waiting]).expect("assigns");
    visit(&app, &by, visited, "member").expect("records");
    let today = app.house.today();
    let found = app.db.look(|tx| mentoring::caseload(tx, &by, id(&by), today)).expect("looks");
    let order: Vec<MemberId> = found.iter().map(|one| one.member).collect();
    assert_eq!(order, [waiting, visited]);
    assert!(found[0].is_due(today) && !found[1].is_due(today));
    assert_eq!(found[1].next_on, Some(common::day("2022-07-06")));
});

on_both_engines!(a_mentor_sees_neither_another_caseload_nor_members_elsewhere, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1);
    let (near, beside) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    let far = mentor(&app, "far", "31.74.01");
    assign(&app, &near, &[to]).expect("assigns");
    let today = app.house.today();
    for by in [&beside, &far] {
        let seen = app.db.look(|tx| mentoring::caseload(tx, by, id(&near), today));
        assert!(matches!(seen, Err(Problem::NotFound)));
    }
    assert!(matches!(visit(&app, &far, to, "member"), Err(Problem::NotFound)));
    assert!(matches!(assign(&app, &far, &[to]), Err(Problem::Invalid(_))));
    let mut asked = asking(&app);
    asked.officer = near.clone();
    let own = Assignment { mentor: id(&near), members: vec![to] };
    let refused = app.change_now(move |tx, _| mentoring::assign(tx, &asked, &own));
    assert!(matches!(refused, Err(Problem::Forbidden)));
});
