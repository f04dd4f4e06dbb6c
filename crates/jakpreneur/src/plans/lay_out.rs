//! Laying out a plan: the whole document is one act.
use super::{Draft, rows};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Agency, PlanId, RegionCode, training::plan::PlannedClasses};
use serde::{Deserialize, Serialize};

/// A plan was laid out; its lines are numbered from 1 in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaidOut {
    /// The plan.
    pub plan: PlanId,
    /// Whose it is.
    pub agency: Agency,
    /// For where.
    pub area: RegionCode,
    /// For when.
    pub year: i16,
    /// What it is called.
    pub title: String,
    /// How many people it is to reach.
    pub persons_target: u32,
    /// What it lays out.
    pub lines: Vec<PlannedClasses>,
    /// The plan its lines are from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<PlanId>,
}

impl Event for LaidOut {
    const ACT: &'static str = "plan.lay_out";
}

/// Lays out a plan as its version 1; an agency has one for an area and a year.
pub fn lay_out(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    draft: &Draft,
) -> Result<Done<LaidOut>, Problem> {
    asking.officer.may(Act::PlanTraining)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    draft.check(tx, house, &asking.officer)?;
    if rows::is_there(tx, &draft.agency, draft.area, draft.year)? {
        return Err(Problem::Refused(Code::PlanThere));
    }
    let plan = PlanId(house.new_id());
    let event = LaidOut {
        plan,
        agency: draft.agency,
        area: draft.area,
        year: draft.year,
        title: draft.title.clone(),
        persons_target: draft.persons_target,
        lines: draft.lines.clone(),
        copied_from: draft.copied_from,
    };
    let done = journal::record(tx, asking, Some(plan.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a plan.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &LaidOut) -> Result<(), Problem> {
    Ok(rows::lay_out(tx, stamp, event)?)
}
