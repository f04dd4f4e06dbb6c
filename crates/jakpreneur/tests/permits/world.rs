//! What tests of permits share.
use crate::common;
use jakpreneur::{
    App, Problem,
    journal::Done,
    licences::{self, LicenceDecided, LicenceForm, LicenceRecorded, LicenceRow},
    verify::{NotVerified, verify},
};
use rules::{LicenceId, MemberId, StageKind, licensing::LicenceState};

pub fn text(text: &str) -> String {
    text.to_owned()
}

/// A NIB issued in March.
pub fn nib() -> LicenceForm {
    LicenceForm {
        kind: text("NIB"),
        number: text("1234567890123"),
        issued_on: text("2022-03-01"),
        ..LicenceForm::default()
    }
}

pub fn record(
    app: &App,
    member: MemberId,
    form: LicenceForm,
) -> Result<Done<LicenceRecorded>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| licences::record(tx, house, &asking, member, &form))
}

pub fn decide(
    app: &App,
    licence: LicenceId,
    to: LicenceState,
    form: LicenceForm,
) -> Result<Done<LicenceDecided>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| licences::decide(tx, house, &asking, licence, to, &form))
}

pub fn correct(
    app: &App,
    licence: LicenceId,
    form: LicenceForm,
    why: &'static str,
) -> Result<(), Problem> {
    let asking = common::asking(app);
    let act = move |tx: &mut jakpreneur::journal::Change<'_>, house: &jakpreneur::House| {
        licences::correct(tx, house, &asking, licence, &form, why)
    };
    app.change_now(act).map(drop)
}

pub fn void(app: &App, licence: LicenceId, why: &'static str) -> Result<(), Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| licences::void(tx, house, &asking, licence, why)).map(drop)
}

/// The permits of a member.
pub fn permits(app: &App, member: MemberId) -> Vec<LicenceRow> {
    app.db.look(|tx| licences::of_member(tx, member)).expect("looks")
}

pub fn member(app: &App, number: u32) -> MemberId {
    common::register(app, number, "ppkukm", "2022-01-03").expect("registers").event.member
}

/// How many persons reached the licensing stage by a day.
pub fn licensed(app: &App, as_at: &str) -> u64 {
    let narrowing = jakpreneur::reports::Narrowing {
        as_at: Some(common::day(as_at)),
        ..jakpreneur::reports::Narrowing::default()
    };
    common::reached(&common::ask(app, &narrowing), StageKind::Licensing)
}

/// Every row follows from the journal.
pub fn is_verified(app: &App) {
    match verify(app, &mut |_, _, _| {}) {
        Ok(_) => {}
        Err(NotVerified::Differs(difference)) => panic!("{difference}"),
        Err(NotVerified::Problem(problem)) => panic!("{problem}"),
    }
}

/// The reason an act was refused for.
pub fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (&'static str, &'static str) {
    match answer {
        Err(Problem::Refused(code)) => ("", code.slug()),
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code.slug()),
        Err(Problem::NotFound) => ("", "not-found"),
        Err(Problem::Forbidden) => ("", "forbidden"),
        other => panic!("{other:?}"),
    }
}
