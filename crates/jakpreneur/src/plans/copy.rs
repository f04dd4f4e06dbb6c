//! A plan from last year's: its lines, moved to another year.
use super::{Draft, LaidOut, lay_out, rows};
use crate::{
    House, Problem,
    journal::{Asking, Change, Done},
};
use rules::{
    Act, PlanId, RegionCode,
    training::plan::{Numbered, PlannedClasses, shifted},
};

/// Lays out a plan whose lines are those of another plan that lie in its area, in its year.
pub fn copy(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    from: PlanId,
    draft: &Draft,
) -> Result<Done<LaidOut>, Problem> {
    asking.officer.may(Act::PlanTraining)?;
    let scope = &asking.officer.scope;
    let source = rows::plan(tx, scope, from)?.ok_or(Problem::NotFound)?;
    let lines = rows::lines(tx, scope, source.id, source.version)?;
    let lines = moved(&lines, draft.area, draft.year);
    lay_out(tx, house, asking, &Draft { lines, copied_from: Some(from), ..draft.clone() })
}

fn moved(lines: &[Numbered], around: RegionCode, year: i16) -> Vec<PlannedClasses> {
    let within = lines.iter().filter(|(_, line)| line.area.within(&around));
    within.map(|(_, line)| shifted(line, year)).collect()
}
