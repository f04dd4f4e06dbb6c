//! `GET /training-plans`: the plans, newest first.
use super::{invalid, number};
use crate::{
    App, Code, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    plans::{self, PlanInList},
    staff::Officer,
};
use axum::{Json, extract::State};
use db::Tx;
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which plans, and which page of them.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Plans of this year alone.
    #[param(value_type = Option<i16>, example = 2020)]
    year: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of plans.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlansPage {
    /// The plans.
    items: Vec<PlanItem>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many plans there are over all pages.
    total: u64,
}

/// A plan, and what its lines in the caller's area come to.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanItem {
    /// The plan.
    id: Uuid,
    /// The code of its agency.
    agency: String,
    /// The code of the area it is for.
    area: String,
    /// The year it is for.
    year: i16,
    /// What it is called.
    title: String,
    /// Its newest version.
    version: i64,
    /// How many people it is to reach.
    persons_target: u32,
    /// People whom the lines reach, each in one line.
    persons: u64,
    /// Seats of all classes; one person sits in several.
    seats: u64,
    /// Classes.
    classes: u64,
}

/// List training plans
///
/// Of the caller's agency, for the caller's area, what lies in it, and what it lies in.
#[utoipa::path(get, path = "/training-plans", tag = "training-plans", params(Which),
    responses(Aloud, Read, (status = 200, description = "A page of plans.", body = PlansPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(which): Query<Which>,
) -> Result<Json<PlansPage>, Declined> {
    officer.may(Act::ReadFigures)?;
    let limit: usize = number("limit", which.limit.as_deref())?.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", Code::Number).into());
    }
    let year = number("year", which.year.as_deref())?;
    let after: Option<u32> = number("after", which.after.as_deref())?;
    let page = app.look(move |tx, _| read(tx, &officer, year, after.map(i64::from), limit)).await?;
    Ok(Json(page))
}

fn read(
    tx: &mut Tx<'_>,
    officer: &Officer,
    year: Option<i16>,
    after: Option<i64>,
    limit: usize,
) -> Result<PlansPage, Problem> {
    let most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut found = plans::plans(tx, &officer.scope, year, after, most)?;
    let more = found.len() > limit;
    found.truncate(limit);
    Ok(PlansPage {
        next: found.last().filter(|_| more).map(|last| last.plan.position),
        total: plans::count(tx, &officer.scope, year)?,
        items: found.into_iter().map(PlanItem::from).collect(),
    })
}

impl From<PlanInList> for PlanItem {
    fn from(listed: PlanInList) -> Self {
        let plan = listed.plan;
        Self {
            id: plan.id.0,
            agency: plan.agency.to_string(),
            area: plan.area.to_string(),
            year: plan.year,
            title: plan.title,
            version: plan.version,
            persons_target: plan.persons_target,
            persons: listed.persons,
            seats: listed.seats,
            classes: listed.classes,
        }
    }
}
