//! A programme with planners, and plans to try.
use super::common;
use jakpreneur::{
    App, Code, Problem,
    cli::user::add,
    journal::{Asking, Done},
    plans::{self, Draft, Figures, LaidOut, Plan, Revised, Revision, Wanted},
    staff::{self, AccountForm, Officer},
};
use rules::{
    ActId, Agency, PlanId, RegionCode,
    training::{
        ClassKind,
        plan::{Numbered, PlannedClasses},
    },
};
use std::sync::Arc;

pub fn area(code: &str) -> RegionCode {
    code.parse().expect("a region")
}

/// A class of 100 seats that reaches so many people.
pub fn line(kecamatan: &str, month: i8, persons: u32) -> PlannedClasses {
    PlannedClasses {
        kind: ClassKind::Basic,
        trade: "kewirausahaan".to_owned(),
        area: area(kecamatan),
        month,
        classes: 1,
        seats: 100,
        sessions: 2,
        persons,
        budget_line: String::new(),
        budget: None,
        first_on: None,
        place: None,
        trainer: None,
    }
}

pub fn draft(agency: &str, around: &str, year: i16, lines: &[PlannedClasses]) -> Draft {
    Draft {
        agency: Agency::parse(agency).expect("an agency"),
        area: area(around),
        year,
        title: format!("Rencana pelatihan {year}"),
        persons_target: 100,
        lines: lines.to_vec(),
        copied_from: None,
    }
}

/// An account, and who it is.
pub fn officer(app: &App, name: &str, role: &str, agency: &str, area: &str) -> Arc<Officer> {
    let form = AccountForm {
        name: name.to_owned(),
        role: role.to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: "kuda laut berenang".to_owned(),
    };
    add(app, &form).expect("adds");
    let all = app.operator();
    let found = app.db.look(|tx| staff::account_named(tx, &all.scope, name)).expect("looks");
    Arc::new(found.expect("is there").officer())
}

pub fn asking(app: &App, officer: &Arc<Officer>) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: officer.clone(), at: app.house.now(), act_id, made_at: None, asked: None }
}

pub fn lay_out(app: &App, by: &Arc<Officer>, draft: Draft) -> Result<Done<LaidOut>, Problem> {
    let asking = asking(app, by);
    app.change_now(move |tx, house| plans::lay_out(tx, house, &asking, &draft))
}

pub fn revise(
    app: &App,
    by: &Arc<Officer>,
    plan: PlanId,
    version: i64,
    lines: Wanted,
) -> Result<Done<Revised>, Problem> {
    let asking = asking(app, by);
    let reason = "Ruang kelas pindah".to_owned();
    let revision = Revision { plan, version, title: None, persons_target: None, reason, lines };
    app.change_now(move |tx, house| plans::revise(tx, house, &asking, &revision))
}

pub fn plan(app: &App, by: &Officer, id: PlanId) -> Option<Plan> {
    app.db.look(|tx| plans::plan(tx, &by.scope, id)).expect("looks")
}

pub fn lines(app: &App, by: &Officer, id: PlanId, version: i64) -> Vec<Numbered> {
    app.db.look(|tx| plans::lines(tx, &by.scope, id, version)).expect("looks")
}

pub fn figures(app: &App, by: &Officer, id: PlanId) -> Figures {
    let plan = plan(app, by, id).expect("is seen");
    app.db.look(|tx| plans::figures(tx, &by.scope, &plan, plan.version)).expect("looks")
}

/// What an act was refused for: the field, and why.
pub fn refused<T>(answer: Result<T, Problem>) -> (&'static str, Code) {
    match answer {
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code),
        Err(Problem::Refused(code)) => ("", code),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was done"),
    }
}

pub fn open(fresh: &testkit::Fresh) -> App {
    common::open(fresh)
}
