//! `GET /members/{id}/measurements`: what stands of a member's business, month by month.
use crate::{
    App, Problem,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    growth::{self, Standing},
    people,
};
use axum::{Json, extract::State};
use rules::{Act, MemberId, growth::Workers};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What stands of a business, oldest month first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Measurements {
    /// The months; one that is not there is missing, not zero.
    items: Vec<Measurement>,
}

/// What stands for a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct Measurement {
    /// The month.
    #[schema(example = "2022-05", pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: String,
    /// The day on which assets and workers were so.
    #[schema(format = Date)]
    measured_on: String,
    /// Where it comes from.
    #[schema(pattern = "^(told|books|verified)$")]
    source: &'static str,
    /// Whether growth is counted from here.
    is_baseline: bool,
    /// Sales of the month in whole rupiah; null where not known.
    turnover: Option<i64>,
    /// Capital without land and building in whole rupiah; null where not known.
    assets: Option<i64>,
    /// Who works there; null where not known.
    workers: Option<WorkersBody>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Who works in a business, the owner included.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WorkersBody {
    /// Women who are paid.
    pub women_paid: u32,
    /// Women who are not.
    pub women_unpaid: u32,
    /// Men who are paid.
    pub men_paid: u32,
    /// Men who are not.
    pub men_unpaid: u32,
}

/// List what stands of a member's business
#[utoipa::path(get, path = "/members/{id}/measurements", tag = "growth",
    params(("id" = Uuid, Path, description = "The member record.")),
    responses(Read, Found, (status = 200, description = "The months.", body = Measurements)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
) -> Result<Json<Measurements>, Declined> {
    officer.may(Act::OpenFile)?;
    let read = app.look(move |tx, house| {
        let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
        Ok(growth::series_of(tx, house, &row)?)
    });
    Ok(Json(Measurements { items: read.await?.into_iter().map(Measurement::from).collect() }))
}

impl From<Standing> for Measurement {
    fn from(stands: Standing) -> Self {
        Self {
            month: stands.month.to_string(),
            measured_on: stands.measured_on.to_string(),
            source: stands.source.word(),
            is_baseline: stands.is_baseline,
            turnover: stands.told.turnover.map(|of| of.0),
            assets: stands.told.assets.map(|of| of.0),
            workers: stands.told.workers().map(WorkersBody::from),
            position: stands.position,
        }
    }
}

impl From<Workers> for WorkersBody {
    fn from(of: Workers) -> Self {
        let Workers { women_paid, women_unpaid, men_paid, men_unpaid } = of;
        Self { women_paid, women_unpaid, men_paid, men_unpaid }
    }
}
