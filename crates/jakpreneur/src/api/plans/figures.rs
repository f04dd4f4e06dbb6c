//! `GET /training-plans/{id}/figures`: what a plan lays out, beside what became of it.
use super::open::Which;
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    plans::{self, Both, Figures, Plan},
};
use axum::{Json, extract::State};
use rules::{
    Act, PlanId,
    training::plan::{Clash, Shared},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The figures of a plan. People are counted once in each group; seats and attendances are not people.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanFigures {
    /// The plan.
    id: Uuid,
    /// The version that is counted.
    version: i64,
    /// How many people the plan is to reach; null where the caller reaches only a part of it.
    persons_target: Option<u32>,
    /// Planned people in percent of the target, two decimals, half up; null without a target.
    attainment: Option<f64>,
    /// All lines.
    total: PlanGroup,
    /// By month.
    months: Vec<PlanGroup>,
    /// By kecamatan.
    areas: Vec<PlanGroup>,
    /// By trade.
    trades: Vec<PlanGroup>,
    /// By for whom the classes are.
    kinds: Vec<PlanGroup>,
    /// By kecamatan, month and trade.
    groups: Vec<PlanGroup>,
    /// Lines that want one room or one trainer on one day.
    clashes: Vec<PlanClash>,
}

/// A group of lines, and of the classes announced under the plan.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct PlanGroup {
    /// The month, 1 to 12, where it is grouped by months.
    month: Option<i8>,
    /// The code of the kecamatan, where it is grouped by them.
    area: Option<String>,
    /// The code of the trade, where it is grouped by them.
    trade: Option<String>,
    /// For whom the classes are, where it is grouped so.
    kind: Option<&'static str>,
    /// What is planned.
    planned: PlannedNumbers,
    /// What became of it.
    held: HeldNumbers,
}

/// What is planned.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct PlannedNumbers {
    /// People, each in one line.
    persons: u64,
    /// Seats of all classes.
    seats: u64,
    /// Classes.
    classes: u64,
    /// Sessions of all classes.
    sessions: u64,
    /// Whole rupiah, where the lines say it.
    budget: i64,
}

/// What was held.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct HeldNumbers {
    /// Classes announced and not called off.
    classes: u64,
    /// Classes called off; nothing else counts them.
    called_off: u64,
    /// Seats announced.
    seats: u64,
    /// People with a place.
    confirmed: u64,
    /// People who were at a session at least.
    present: u64,
    /// People who finished a class.
    finished: u64,
    /// Attendances, one for each session somebody was at.
    attendances: u64,
}

/// Lines that want the same on the same day.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanClash {
    /// The day.
    #[schema(format = Date)]
    on: String,
    /// What they share.
    #[schema(pattern = "^(room|trainer)$")]
    shared: &'static str,
    /// The room or the trainer.
    name: String,
    /// The numbers of the lines.
    lines: Vec<u32>,
}

/// Count a training plan
///
/// Of the lines and classes in the caller's area.
#[utoipa::path(get, path = "/training-plans/{id}/figures", tag = "training-plans",
    params(("id" = Uuid, Path, description = "The plan."), Which),
    responses(Aloud, Read, Found, (status = 200, description = "The figures.", body = PlanFigures)))]
pub async fn figures(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<PlanId>,
    Query(which): Query<Which>,
) -> Result<Json<PlanFigures>, Declined> {
    officer.may(Act::ReadFigures)?;
    let version = which.version()?;
    let answer = app.look(move |tx, _| {
        let plan = plans::plan(tx, &officer.scope, id)?.ok_or(Problem::NotFound)?;
        let asked = version.unwrap_or(plan.version);
        let versions = plans::versions(tx, &officer.scope, id)?;
        let told = versions.into_iter().find(|version| version.version == asked);
        let target = told.ok_or(Problem::NotFound)?.persons_target;
        let figures = plans::figures(tx, &officer.scope, &plan, asked)?;
        Ok(answer(&plan, asked, target, &figures))
    });
    Ok(Json(answer.await?))
}

fn answer(plan: &Plan, version: i64, target: u32, figures: &Figures) -> PlanFigures {
    let of = PlanGroup::of;
    let attainment = figures.gap(target).attainment().filter(|_| figures.whole);
    PlanFigures {
        id: plan.id.0,
        version,
        persons_target: figures.whole.then_some(target),
        attainment: attainment.map(rules::Percent::as_f64),
        total: of(&figures.total),
        months: each(&figures.months, |month| PlanGroup {
            month: Some(*month),
            ..PlanGroup::default()
        }),
        areas: each(&figures.areas, |area| PlanGroup {
            area: Some(area.to_string()),
            ..PlanGroup::default()
        }),
        trades: each(&figures.trades, |trade| PlanGroup {
            trade: Some(trade.clone()),
            ..PlanGroup::default()
        }),
        kinds: each(&figures.kinds, |kind| PlanGroup {
            kind: Some(kind.word()),
            ..PlanGroup::default()
        }),
        groups: each(&figures.groups, |(area, month, trade)| PlanGroup {
            month: Some(*month),
            area: Some(area.to_string()),
            trade: Some(trade.clone()),
            ..PlanGroup::default()
        }),
        clashes: figures.clashes.iter().map(PlanClash::of).collect(),
    }
}

fn each<K>(
    groups: &std::collections::BTreeMap<K, Both>,
    key: impl Fn(&K) -> PlanGroup,
) -> Vec<PlanGroup> {
    let group = |(at, both): (&K, &Both)| {
        let PlanGroup { planned, held, .. } = PlanGroup::of(both);
        PlanGroup { planned, held, ..key(at) }
    };
    groups.iter().map(group).collect()
}

impl PlanGroup {
    fn of(both: &Both) -> Self {
        let (planned, held) = (both.planned, both.held);
        Self {
            planned: PlannedNumbers {
                persons: planned.persons,
                seats: planned.seats,
                classes: planned.classes,
                sessions: planned.sessions,
                budget: planned.budget.0,
            },
            held: HeldNumbers {
                classes: held.classes,
                called_off: held.called_off,
                seats: held.seats,
                confirmed: held.confirmed,
                present: held.present,
                finished: held.finished,
                attendances: held.attendances,
            },
            ..Self::default()
        }
    }
}

impl PlanClash {
    fn of(clash: &Clash) -> Self {
        let shared = match clash.shared {
            Shared::Room => "room",
            Shared::Trainer => "trainer",
        };
        let (on, name, lines) = (clash.on.to_string(), clash.name.clone(), clash.lines.clone());
        Self { on, shared, name, lines }
    }
}
