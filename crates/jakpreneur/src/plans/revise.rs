//! A new version of a plan, with the reason; the versions before stay readable.
use super::{
    Plan,
    draft::{check_lines, check_title, invalid},
    rows,
};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff::Officer,
};
use db::Tx;
use rules::{
    Act, PlanId,
    training::plan::{Changes, MOST_LINES, Numbered, PlannedClasses},
};
use serde::{Deserialize, Serialize};

/// A plan has a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revised {
    /// The plan.
    pub plan: PlanId,
    /// The new version.
    pub version: i64,
    /// What it is called from now on.
    pub title: String,
    /// How many people it is to reach from now on.
    pub persons_target: u32,
    /// Why.
    pub reason: String,
    /// The lines that differ from the version before.
    pub changes: Changes,
}

impl Event for Revised {
    const ACT: &'static str = "plan.revise";
}

/// What is to be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The plan.
    pub plan: PlanId,
    /// The version that was looked at; a newer one refuses the change.
    pub version: i64,
    /// What it is to be called; nothing leaves the title.
    pub title: Option<String>,
    /// How many people it is to reach; nothing leaves the target.
    pub persons_target: Option<u32>,
    /// Why.
    pub reason: String,
    /// What becomes of the lines.
    pub lines: Wanted,
}

/// What becomes of the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// They stay.
    AsTheyAre,
    /// These and no others, of those the officer reaches.
    These(Vec<PlannedClasses>),
    /// One more.
    Add(PlannedClasses),
    /// The line of a number is different.
    Change(u32, PlannedClasses),
    /// The line of a number is gone.
    Drop(u32),
}

/// The longest reason.
const LONGEST: usize = 500;

/// Makes a new version. Title and target belong to whoever reaches the whole plan; a city office changes
/// the lines of its own kecamatan in a plan of its agency for all of Jakarta.
pub fn revise(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    revision: &Revision,
) -> Result<Done<Revised>, Problem> {
    let officer = &asking.officer;
    officer.may(Act::PlanTraining)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let plan = rows::plan(tx, &officer.scope, revision.plan)?.ok_or(Problem::NotFound)?;
    if plan.version != revision.version {
        return Err(Problem::Refused(Code::PlanChanged));
    }
    let event = event(tx, house, officer, &plan, revision)?;
    let done = journal::record(tx, asking, Some(plan.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn event(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    plan: &Plan,
    revision: &Revision,
) -> Result<Revised, Problem> {
    let reason = revision.reason.trim();
    if reason.is_empty() {
        return Err(invalid("reason", Code::Reason));
    }
    if reason.chars().count() > LONGEST {
        return Err(invalid("reason", Code::Long));
    }
    let title = revision.title.clone().unwrap_or_else(|| plan.title.clone());
    check_title(&title)?;
    let persons_target = revision.persons_target.unwrap_or(plan.persons_target);
    let renamed = (&title, persons_target) != (&plan.title, plan.persons_target);
    if renamed && !officer.scope.covers(&plan.agency, plan.area) {
        return Err(invalid("persons_target", Code::OutsideScope));
    }
    let changes = changes(tx, house, officer, plan, &revision.lines)?;
    if changes.is_empty() && !renamed {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let (version, reason) = (plan.version + 1, reason.to_owned());
    Ok(Revised { plan: plan.id, version, title, persons_target, reason, changes })
}

fn changes(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    plan: &Plan,
    wanted: &Wanted,
) -> Result<Changes, Problem> {
    let all = rows::all_lines(tx, plan.id, plan.version)?;
    let own = |line: &PlannedClasses| officer.scope.covers(&plan.agency, line.area);
    let mine = |number: u32| all.iter().find(|(it, line)| *it == number && own(line));
    let there = |number| mine(number).map(drop).ok_or(Problem::NotFound);
    let changes = match wanted {
        Wanted::AsTheyAre => Changes::default(),
        Wanted::These(lines) => {
            let current: Vec<Numbered> =
                all.iter().filter(|(_, line)| own(line)).cloned().collect();
            Changes::between(&current, lines, rows::next_number(tx, plan.id)?)
        }
        Wanted::Add(line) => Changes::adding(rows::next_number(tx, plan.id)?, line.clone()),
        Wanted::Change(number, line) => {
            there(*number)?;
            let same = mine(*number).is_some_and(|(_, now)| now == line);
            if same { Changes::default() } else { Changes::changing(*number, line.clone()) }
        }
        Wanted::Drop(number) => {
            there(*number)?;
            Changes::dropping(*number)
        }
    };
    let changed: Vec<PlannedClasses> = changes.lines.iter().map(|(_, line)| line.clone()).collect();
    check_lines(tx, house, &changed, plan.area, plan.year)?;
    if !changed.iter().all(own) {
        return Err(invalid("area", Code::OutsideScope));
    }
    if all.len() + changes.lines.len() - changes.gone.len() > MOST_LINES {
        return Err(invalid("lines", Code::Long));
    }
    Ok(changes)
}

/// The rows of a new version.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Revised) -> Result<(), Problem> {
    Ok(rows::revise(tx, stamp, event)?)
}
