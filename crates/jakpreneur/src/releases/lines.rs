//! The lines of a report of any kind, each with the list behind it: what is frozen, and what is asked again
//! to tell why a figure differs.
use super::{
    Counted, Line, agencies, growth, members::Members, question::Question, stages, targets,
    training, unit,
};
use crate::{
    House, Problem,
    growth::figures::{Asked, Measure as OfGrowth},
    reports::Narrowing,
    staff::Officer,
};
use db::{Position, Tx};
use figures::Measure;
use rules::MemberId;

/// A line, and whom it counts.
pub(super) struct Behind {
    pub line: Line,
    pub list: List,
}

/// The list behind a number.
pub(super) enum List {
    /// Persons, by the figures.
    Persons(Narrowing, Measure),
    /// Businesses, one a record.
    Businesses(Asked, OfGrowth),
    /// Persons in classes, each by their records.
    Trained(Vec<Vec<MemberId>>),
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
        Question::Stages(asked, by) => stages::lines(house, officer, (asked, *by), seen),
        Question::Agencies(asked) => agencies::lines(house, officer, asked, seen),
        Question::Targets(asked) => targets::lines(tx, house, officer, asked),
        Question::Unit(asked, period) => unit::lines(tx, house, officer, (asked, *period), seen),
        Question::Training(asked, period, by) => {
            training::lines(tx, house, officer, (asked, *period, *by))
        }
        Question::Growth(asked, by) => growth::lines(house, officer, (asked, *by), seen),
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
    for Behind { line, list } in &behind {
        members.add(house, officer, list, (line.number, line.actual), seen)?;
    }
    Ok((behind.into_iter().map(|it| it.line).collect(), members.frozen(house)))
}
