//! What tests of mentoring share.
use crate::common::{self, asking, day, register};
use jakpreneur::{
    App, Problem,
    journal::{Asking, Done},
    mentoring::{self, Assignment, MentorAssigned, VisitForm, Visited},
    staff::{self, AccountForm, Cost, Officer},
    verify::verify,
};
use rules::{Date, Instant, MemberId, UserId};
use std::sync::Arc;

pub fn member(app: &App, number: u32) -> MemberId {
    register(app, number, "ppkukm", "2022-01-03").expect("registers").event.member
}

pub fn mentor(app: &App, name: &str, area: &str) -> Arc<Officer> {
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

pub fn id(officer: &Officer) -> UserId {
    officer.user.expect("an account")
}

pub fn assign(
    app: &App,
    mentor: &Officer,
    members: &[MemberId],
) -> Result<Done<MentorAssigned>, Problem> {
    let asked = asking(app);
    let asked_for = Assignment { mentor: id(mentor), members: members.to_vec() };
    app.change_now(move |tx, _| mentoring::assign(tx, &asked, &asked_for))
}

pub fn visit(
    app: &App,
    by: &Arc<Officer>,
    to: MemberId,
    met: &str,
) -> Result<Done<Visited>, Problem> {
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

/// Noon of a day.
pub fn noon(on: &str) -> Instant {
    let days = (day("2022-06-22") - day(on)).get_days();
    Instant(common::NOON.0 - i64::from(days) * 86_400_000_000)
}

/// The same asker at noon of a day.
pub fn on(app: &App, by: &Arc<Officer>, date: &str) -> Asking {
    Asking { officer: by.clone(), ..common::asking_at(app, noon(date)) }
}

/// A visit that a mentor made on a day, and recorded then.
pub fn visit_on(app: &App, by: &Arc<Officer>, to: MemberId, date: &str, met: &str) -> Visited {
    let asked = on(app, by, date);
    let form = VisitForm { met: met.to_owned(), ..VisitForm::default() };
    let act = move |tx: &mut jakpreneur::journal::Change<'_>, house: &jakpreneur::House| {
        mentoring::visit(tx, house, &asked, to, &form)
    };
    app.change_now(act).expect("records").event
}

/// The members a mentor has now.
pub fn held(app: &App, by: &Arc<Officer>) -> Vec<MemberId> {
    let today: Date = app.house.today();
    let found = app.db.look(|tx| mentoring::caseload(tx, by, id(by), today)).expect("looks");
    let mut members: Vec<MemberId> = found.iter().map(|one| one.member).collect();
    members.sort_unstable();
    members
}

/// The field and the code of a refusal.
pub fn refused<T: std::fmt::Debug>(done: Result<T, Problem>) -> (&'static str, &'static str) {
    match done.expect_err("is refused") {
        Problem::Invalid(wrong) => (wrong[0].field, wrong[0].code.slug()),
        Problem::Refused(code) => ("", code.slug()),
        Problem::NotFound => ("", "not-found"),
        Problem::Forbidden => ("", "forbidden"),
        other @ (Problem::SignedOut
        | Problem::Forged
        | Problem::NikRegistered(_)
        | Problem::KeyReused
        | Problem::TooMany(_)
        | Problem::TooLarge
        | Problem::Fault(_)
        | Problem::Broken(_)) => panic!("{other:?}"),
    }
}

pub fn is_verified(app: &App) {
    verify(app, &mut |_, _, _| {}).expect("every row follows from the journal");
}
