//! Targets to try.
use crate::common::asking;
use jakpreneur::{
    App, Problem,
    journal::Done,
    targets::{self, Answer, Draft, Line, Revised, Revision, Selection, TargetSet},
};
use rules::{
    Agency, TargetId,
    targets::{CountingRule, Indicator, Period},
};
use std::sync::Arc;

/// A target of people registered in 2022 by the leading agency, at Kebon Jeruk.
pub fn draft(target: u64) -> Draft {
    Draft {
        indicator: Indicator::Registered,
        agency: Agency::parse("ppkukm").ok(),
        area: "31.73.05".parse().expect("a region"),
        period: Period::Year(2022),
        rule: CountingRule::FirstReached,
        target,
        basis: "Rencana 2022".to_owned(),
    }
}

pub fn set(app: &App, draft: Draft) -> Result<Done<TargetSet>, Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| targets::set(tx, house, &asking, &draft))
}

pub fn revise(
    app: &App,
    target: TargetId,
    (version, value): (i64, &str),
    reason: &str,
) -> Result<Done<Revised>, Problem> {
    let revision = Revision {
        version,
        target: value.to_owned(),
        basis: "Rencana 2022, perubahan".to_owned(),
        reason: reason.to_owned(),
    };
    let asking = asking(app);
    app.change_now(move |tx, _| targets::revise(tx, &asking, target, &revision))
}

pub fn ask(app: &App, selection: &Selection) -> Arc<Answer> {
    targets::ask(&app.db, &app.house, &app.operator(), selection).expect("answers")
}

/// As at a day.
pub fn as_at(day: &str) -> Selection {
    let mut selection = Selection::default();
    selection.counting.as_at = Some(crate::common::day(day));
    selection
}

/// The one line of a target.
pub fn line(answer: &Answer, target: TargetId) -> &Line {
    answer.rows.iter().find(|line| line.id == target.0).expect("is there")
}
