//! What became of a target: persons counted by its rule, and the day or the month it is reached.
use super::Target;
use crate::{
    House, Problem,
    board::Board,
    reports::{Narrowing, Tally},
    staff::Scope,
};
use db::Position;
use rules::{
    Date, Day, Level,
    targets::{CountingRule, Outlook, Progress, outlook},
};

/// A target beside what became of it, as at a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realised {
    /// Persons to reach, and persons reached.
    pub progress: Progress,
    /// When it was, or would be, reached.
    pub outlook: Outlook,
    /// The count at each day on which it grew, up to the day asked or the period's end.
    pub curve: Vec<(Date, u64)>,
    /// Whose records count, as for the list behind the number.
    pub narrowing: Narrowing,
}

/// Whose records a target counts: those asked for, narrowed to its agency and area, by its last day.
pub fn narrowing(target: &Target, asked: &Narrowing, today: Date) -> Narrowing {
    let as_at = asked.as_at.unwrap_or(today);
    let last = as_at.min(target.period.last());
    let mut own = Narrowing { as_at: Some(last), by: Vec::new(), ..asked.clone() };
    own.area = Some(target.area).filter(|area| area.level() != Level::Province);
    own.agency = target.agency;
    match target.rule {
        CountingRule::Cumulative | CountingRule::FirstReached => {}
        CountingRule::Cohort => {
            let (first, end) = (target.period.first(), target.period.last());
            own.registered_from = Some(own.registered_from.map_or(first, |own| own.max(first)));
            own.registered_to = Some(own.registered_to.map_or(end, |own| own.min(end)));
        }
    }
    own
}

/// Counts a target; `seen` is the position that the targets were read at.
pub fn realise(
    house: &House,
    board: &Board,
    scope: &Scope,
    target: &Target,
    asked: &Narrowing,
    seen: Position,
) -> Result<Realised, Problem> {
    let as_at = asked.as_at.unwrap_or_else(|| house.today());
    let narrowing = narrowing(target, asked, as_at);
    let curve = curve(house, board, scope, target, &narrowing, seen)?;
    let actual = curve.last().map_or(0, |(_, count)| *count);
    let outlook = outlook(target.target, target.rule, target.period, as_at, &curve);
    Ok(Realised { progress: Progress { target: target.target, actual }, outlook, curve, narrowing })
}

/// The count of a target at each day on which it grew.
pub(super) fn curve(
    house: &House,
    board: &Board,
    scope: &Scope,
    target: &Target,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<Vec<(Date, u64)>, Problem> {
    let tally = Tally::new(house, board, scope, narrowing)?.as_seen(board, seen);
    let stage = u8::try_from(target.indicator.stage().index()).unwrap_or_default();
    let curve = board.figures.curve(&tally.question, stage);
    let dated = |(day, count): (u16, u64)| (Day(day).date(), count);
    Ok(match target.rule {
        CountingRule::Cumulative | CountingRule::Cohort => curve.into_iter().map(dated).collect(),
        CountingRule::FirstReached => {
            let first = Day::of(target.period.first()).0;
            let from = curve.partition_point(|(day, _)| *day < first);
            let before = from.checked_sub(1).and_then(|at| curve.get(at)).map_or(0, |(_, n)| *n);
            let within = curve.into_iter().skip(from).map(|(day, count)| (day, count - before));
            within.map(dated).collect()
        }
    })
}
