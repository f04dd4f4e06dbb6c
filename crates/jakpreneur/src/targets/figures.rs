//! Targets beside what became of them: the answer behind the pages, the API and `report`.
use super::{Realised, Selection, Target, realise, rows, shares::shares};
use crate::{
    House, Problem,
    board::{Answers, Board, caught_up},
    journal::Db,
    reports::{ScopeAnswer, scope_of},
    staff::{Officer, Scope},
};
use db::{Position, Tx};
use rules::{
    Act, Date, Percent,
    targets::{Outlook, Parts, Placed, Unknowable, parts},
};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// Targets beside what became of them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TargetFigures)]
pub struct Answer {
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which records and targets are known.
    pub known_at: i64,
    /// Whose records count, beside what each target says.
    pub scope: ScopeAnswer,
    /// A line a target.
    pub rows: Vec<Line>,
}

/// A target beside what became of it, in persons.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TargetFigure)]
pub struct Line {
    /// The target.
    pub id: Uuid,
    /// What it counts.
    #[schema(example = "registered")]
    pub indicator: &'static str,
    /// Whose; null for all agencies together, each person once.
    pub agency: Option<String>,
    /// Where: a region code.
    pub area: String,
    /// When: `2018-2022`, `2020`, `2020-Q4` or `2020-12`.
    pub period: String,
    /// How it is counted: `cumulative`, `first_reached` or `cohort`.
    pub rule: &'static str,
    /// Which wording of the rule.
    pub rule_version: u8,
    /// Persons to reach.
    pub target: u64,
    /// The version of the target that holds.
    pub version: i64,
    /// What it rests on; empty where nobody said.
    pub basis: String,
    /// Persons reached, counted to the day asked or the end of the period.
    pub actual: u64,
    /// `actual` in percent of `target`, two decimals, half up; null where there is no target.
    pub attainment: Option<f64>,
    /// `actual` less `target`.
    pub gap: i64,
    /// The first day on which the count met the target.
    #[schema(value_type = Option<String>, format = Date)]
    pub reached_on: Option<Date>,
    /// An estimate of when it would be reached at the present pace; null where none is honest.
    pub estimate: Option<Estimate>,
    /// Why there is no estimate: `no-target`, `not-begun`, `over`, `too-short`, `standstill` or `too-far`.
    pub no_estimate: Option<&'static str>,
    /// What the targets of the areas inside sum to; they need not sum to it.
    pub inside_by_area: Option<Inside>,
    /// What the targets of single agencies sum to.
    pub inside_by_agency: Option<Inside>,
    /// The realisation divided, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Vec<Share>>,
    /// The target itself.
    #[serde(skip)]
    pub own: Target,
    /// What became of it.
    #[serde(skip)]
    pub realised: Realised,
}

/// When a target would be reached if the last days' pace went on. An estimate, not a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TargetEstimate)]
pub struct Estimate {
    /// The month.
    #[schema(example = "2021-03")]
    pub month: String,
    /// Persons gained lately.
    pub gained: u64,
    /// In so many days.
    pub days: i32,
    /// Whether the month is after the target's period.
    pub after_period: bool,
}

/// The targets directly inside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TargetsInside)]
pub struct Inside {
    /// How many.
    pub count: u64,
    /// What they sum to.
    pub sum: u64,
    /// The sum less the target they are inside of.
    pub gap: i64,
}

/// A part of a realisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TargetShare)]
pub struct Share {
    /// A region code, an agency code or a month `2020-12`.
    pub code: String,
    /// Its name.
    pub label: String,
    /// Persons: reached there, or in that month. Somebody at two agencies counts at both.
    pub actual: u64,
}

impl Line {
    /// The attainment for exact printing.
    pub fn percent(&self) -> Option<Percent> {
        self.realised.progress.attainment()
    }
}

/// Answers by whose scope and which selection.
pub type Kept = Answers<(Scope, Selection), Answer>;

/// Answers a question within the officer's scope; those who ask at once share one count. Blocks.
pub fn ask(
    db: &Db,
    house: &House,
    officer: &Officer,
    asked: &Selection,
) -> Result<Arc<Answer>, Problem> {
    officer.may(Act::ReadFigures)?;
    let question = (officer.scope.clone(), asked.clone());
    house.targets.ask(db, house, question, |tx| answer(tx, house, officer, asked))
}

/// The same within a look, so that targets and records are of one state.
pub fn answer(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    asked: &Selection,
) -> Result<Answer, Problem> {
    officer.may(Act::ReadFigures)?;
    let seen = caught_up(tx, house)?;
    let mut all = rows::targets(tx, &officer.scope, asked.counting.known_at)?;
    all.sort_by_key(|it| {
        (it.area.level(), it.agency, it.period, it.indicator, it.area, it.position)
    });
    let board = house.board();
    let as_at = asked.counting.as_at.unwrap_or_else(|| house.today());
    let wanted = all.iter().filter(|target| asked.takes(target, as_at));
    let wanted = wanted.take(asked.most.unwrap_or(usize::MAX));
    let rows = wanted.map(|target| line(house, &board, officer, asked, (target, &all), seen));
    Ok(Answer {
        as_at,
        known_at: asked.counting.known_at.unwrap_or(seen),
        scope: scope_of(officer, &asked.counting),
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn line(
    house: &House,
    board: &Board,
    officer: &Officer,
    asked: &Selection,
    (own, all): (&Target, &[Target]),
    seen: Position,
) -> Result<Line, Problem> {
    let realised = realise(house, board, &officer.scope, own, &asked.counting, seen)?;
    let by = asked.by.map(|by| shares(house, board, officer, (own, &realised), by, seen));
    let [inside_by_area, inside_by_agency] = inside(own, all);
    let (reached_on, estimate, no_estimate) = told(realised.outlook);
    Ok(Line {
        id: own.id.0,
        indicator: own.indicator.word(),
        agency: own.agency.map(|agency| agency.to_string()),
        area: own.area.to_string(),
        period: own.period.to_string(),
        rule: own.rule.word(),
        rule_version: own.rule.version(),
        target: own.target,
        version: own.version,
        basis: own.basis.clone(),
        actual: realised.progress.actual,
        attainment: realised.progress.attainment().map(Percent::as_f64),
        gap: realised.progress.gap(),
        reached_on,
        estimate,
        no_estimate,
        inside_by_area,
        inside_by_agency,
        by: by.transpose()?,
        own: own.clone(),
        realised,
    })
}

fn told(outlook: Outlook) -> (Option<Date>, Option<Estimate>, Option<&'static str>) {
    match outlook {
        Outlook::Reached(day) => (Some(day), None, None),
        Outlook::Estimate(pace) => {
            let month = pace.month.strftime("%Y-%m").to_string();
            let (gained, days, after_period) = (pace.gained, pace.days, pace.after_period);
            (None, Some(Estimate { month, gained, days, after_period }), None)
        }
        Outlook::Unknowable(why) => (None, None, Some(why_not(why))),
    }
}

fn why_not(why: Unknowable) -> &'static str {
    match why {
        Unknowable::NoTarget => "no-target",
        Unknowable::NotBegun => "not-begun",
        Unknowable::Over => "over",
        Unknowable::TooShort => "too-short",
        Unknowable::Standstill => "standstill",
        Unknowable::TooFar => "too-far",
    }
}

fn inside(own: &Target, all: &[Target]) -> [Option<Inside>; 2] {
    let key = |it: &Target| (it.indicator, it.period, it.rule);
    let place = |it: &Target| Placed { agency: it.agency, area: it.area, target: it.target };
    let beside: Vec<Placed> = all.iter().filter(|it| key(it) == key(own)).map(place).collect();
    let told = |Parts { count, sum, gap }| Inside { count, sum, gap };
    parts(&place(own), &beside).map(|parts| parts.map(told))
}
