//! How people move through the stages: how long each takes, and what was reached out of order.
use crate::{
    House, Problem,
    board::bring_up_to_date,
    journal::Db,
    reports::{Narrowing, ScopeAnswer, Tally, scope_of},
    staff::Officer,
};
use db::Position;
use rules::{Act, Date, Scheme, StageKind};
use serde::Serialize;
use utoipa::ToSchema;

/// How people move through the stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FlowFigures)]
pub struct Answer {
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// Whose order of stages it is.
    #[schema(value_type = String)]
    pub scheme: Scheme,
    /// Whose records count.
    pub scope: ScopeAnswer,
    /// A line for each stage but registration, in the scheme's order.
    pub rows: Vec<Line>,
    /// What was reached out of order; never a mistake by itself, since only registration is compulsory.
    pub inversions: Vec<Inversion>,
}

/// How long a stage takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FlowLine)]
pub struct Line {
    /// The stage's word.
    #[schema(value_type = String)]
    pub stage: StageKind,
    /// Its number in the scheme.
    pub code: &'static str,
    /// Days from registration within which half of those who reached it did; null where nobody did.
    pub median_days: Option<u32>,
}

/// Persons who reached a stage without the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FlowInversion)]
pub struct Inversion {
    /// The stage they reached.
    #[schema(value_type = String)]
    pub stage: StageKind,
    /// The one before it in the scheme's order, of which nothing is recorded.
    #[schema(value_type = String)]
    pub without: StageKind,
    /// How many.
    pub persons: u64,
}

/// Answers a question within the officer's scope. Blocks for a look at the journal's end.
pub fn ask(
    db: &Db,
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
) -> Result<Answer, Problem> {
    answer(house, officer, narrowing, bring_up_to_date(db, house)?)
}

/// The same for whoever has just looked at the journal's end, and saw it at `seen`.
pub fn answer(
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<Answer, Problem> {
    officer.may(Act::ReadFigures)?;
    let board = house.board();
    let tally = Tally::new(house, &board, &officer.scope, narrowing)?.as_seen(&board, seen);
    let flow = board.figures.flow(&tally.question);
    let order = narrowing.scheme.order();
    let number = |stage: StageKind| u8::try_from(stage.index()).unwrap_or_default();
    let line = |stage: &StageKind| Line {
        stage: *stage,
        code: narrowing.scheme.code(*stage),
        median_days: flow.median_days(number(*stage)),
    };
    let inversion = |pair: &[StageKind]| match pair {
        [without, stage] => {
            let persons = flow.without(number(*stage), number(*without));
            Some(Inversion { stage: *stage, without: *without, persons })
        }
        _ => None,
    };
    let after_first = order.get(1..).unwrap_or_default();
    Ok(Answer {
        as_at: narrowing.as_at.unwrap_or_else(|| house.today()),
        known_at: narrowing.known_at.unwrap_or(seen),
        scheme: narrowing.scheme,
        scope: scope_of(officer, narrowing),
        rows: after_first.iter().map(line).collect(),
        inversions: after_first.windows(2).filter_map(inversion).collect(),
    })
}

/// The flow as CSV, with the names of the JSON answer.
pub(super) fn csv(flow: &Answer) -> Vec<u8> {
    let days = |days: Option<u32>| days.map(|days| days.to_string()).unwrap_or_default();
    let mut text = "stage,code,median_days,without,persons,as_at,known_at\n".to_owned();
    for line in &flow.rows {
        let before = flow.inversions.iter().find(|it| it.stage == line.stage);
        let (without, persons) =
            before.map_or(("", String::new()), |it| (it.without.word(), it.persons.to_string()));
        let cells = [
            line.stage.word(),
            line.code,
            &days(line.median_days),
            without,
            &persons,
            &flow.as_at.to_string(),
            &flow.known_at.to_string(),
        ];
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text.into_bytes()
}
