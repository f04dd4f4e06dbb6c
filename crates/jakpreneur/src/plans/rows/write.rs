//! What laying out and revising a plan leaves.
use super::super::{LaidOut, Revised};
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::{PlanId, training::plan::PlannedClasses};

sql!(
    ADD_PLAN = "
    insert into training_plan
        (id, agency, area, year, title, persons_target, version, position, copied_from)
    values ($1, $2, $3, $4, $5, $6, 1, $7, $8)"
);
/// A plan that was laid out.
pub fn lay_out(tx: &mut Tx<'_>, stamp: &Stamp, event: &LaidOut) -> Result<()> {
    let (title, target) = (event.title.as_str(), i64::from(event.persons_target));
    let (year, from) = (i64::from(event.year), event.copied_from);
    let (plan, agency, area, position) = (event.plan, event.agency, event.area, stamp.position);
    tx.run(ADD_PLAN, (plan, agency, area, year, title, target, position, from))?;
    add_version(tx, stamp, plan, 1, title, target, None)?;
    for (number, line) in (1..).zip(&event.lines) {
        add_line(tx, plan, number, 1, line)?;
    }
    Ok(())
}

sql!(
    CHANGE_PLAN = "
    update training_plan set title = $1, persons_target = $2, version = $3 where id = $4"
);
sql!(
    END_LINE = "
    update planned_class set until_version = $1
    where plan_id = $2 and line = $3 and until_version is null"
);
/// A new version of a plan.
pub fn revise(tx: &mut Tx<'_>, stamp: &Stamp, event: &Revised) -> Result<()> {
    let (plan, version) = (event.plan, event.version);
    let (title, target) = (event.title.as_str(), i64::from(event.persons_target));
    tx.run(CHANGE_PLAN, (title, target, version, plan))?;
    add_version(tx, stamp, plan, version, title, target, Some(&event.reason))?;
    for number in &event.changes.gone {
        tx.run(END_LINE, (version, plan, i64::from(*number)))?;
    }
    for (number, line) in &event.changes.lines {
        tx.run(END_LINE, (version, plan, i64::from(*number)))?;
        add_line(tx, plan, i64::from(*number), version, line)?;
    }
    Ok(())
}

sql!(
    ADD_VERSION = "
    insert into plan_version
        (plan_id, version, title, persons_target, reason, recorded_at, recorded_by, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
fn add_version(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    plan: PlanId,
    version: i64,
    title: &str,
    target: i64,
    reason: Option<&str>,
) -> Result<()> {
    let (at, by, position) = (stamp.at, stamp.actor.as_str(), stamp.position);
    tx.run(ADD_VERSION, (plan, version, title, target, reason, at, by, position)).map(drop)
}

sql!(
    ADD_LINE = "
    insert into planned_class
        (plan_id, line, since_version, kind, trade, area, month, classes, seats, sessions, persons,
         budget_line, budget, first_on, place, trainer)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
);
fn add_line(
    tx: &mut Tx<'_>,
    plan: PlanId,
    number: i64,
    since: i64,
    line: &PlannedClasses,
) -> Result<()> {
    let row = (
        plan,
        number,
        since,
        line.kind,
        line.trade.as_str(),
        line.area,
        i16::from(line.month),
        i64::from(line.classes),
        i64::from(line.seats),
        i64::from(line.sessions),
        i64::from(line.persons),
        line.budget_line.as_str(),
        line.budget.map(|budget| budget.0),
        line.first_on,
        line.place.as_deref(),
        line.trainer.as_deref(),
    );
    tx.run(ADD_LINE, row).map(drop)
}
