//! The lines of a report of any kind, each with the list behind it: what is frozen, and what is asked again
//! to tell why a figure differs.
use super::{Counted, Line, agencies, members::Members, question::Question, stages, targets, unit};
use crate::{House, Problem, reports::Narrowing, staff::Officer};
use db::{Position, Tx};
use figures::Measure;

/// A line, and whom it counts.
pub(super) struct Behind {
    pub line: Line,
    pub narrowing: Narrowing,
    pub measure: Measure,
}

/// The lines as at the question's day and position.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    question: &Question,
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    match question {
        Question::Stages(asked) => stages::lines(house, officer, asked, seen),
        Question::Agencies(asked) => agencies::lines(house, officer, asked, seen),
        Question::Targets(asked) => targets::lines(tx, house, officer, asked),
        Question::Unit(asked, period) => unit::lines(tx, house, officer, (asked, *period), seen),
    }
}

/// The lines, and everybody counted in them.
pub(super) fn frozen(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    question: &Question,
    seen: Position,
) -> Result<(Vec<Line>, Vec<Counted>), Problem> {
    let mut members = Members::default();
    let behind = lines(tx, house, officer, question, seen)?;
    for Behind { line, narrowing, measure } in &behind {
        members.add(house, &officer.scope, narrowing, *measure, (line.number, line.actual))?;
    }
    Ok((behind.into_iter().map(|it| it.line).collect(), members.frozen(house)))
}
