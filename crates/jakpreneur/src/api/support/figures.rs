//! `GET /figures/support`: how much support agencies gave.
use super::list::span;
use crate::{
    App,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Read},
    },
    support::{self, Counts, Figures, Line},
};
use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which support is counted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SupportSpan {
    /// Given from this day on.
    #[param(value_type = Option<String>, format = Date)]
    given_from: Option<String>,
    /// Given up to this day.
    #[param(value_type = Option<String>, format = Date)]
    given_to: Option<String>,
    /// Given by this agency alone.
    agency: Option<String>,
    /// Of this kind alone, by its code.
    kind: Option<String>,
}

/// How much support.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportCounts {
    /// How often; the length of the list asked for the same.
    services: u64,
    /// To how many persons, each once.
    persons: u64,
    /// Of how many services the value is known.
    valued: u64,
    /// What those are worth, in whole rupiah.
    value: i64,
}

/// The support of an agency, of one kind or of all.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportLine {
    /// The code of the agency that gave.
    agency: String,
    /// The kind's code; null for all kinds together.
    kind: Option<String>,
    /// How much.
    #[serde(flatten)]
    counts: SupportCounts,
}

/// Services and rupiah add up over lines; persons do not, where one got support twice.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportFigures {
    /// Everything in the caller's scope.
    total: SupportCounts,
    /// Each agency, and after it each kind.
    rows: Vec<SupportLine>,
}

/// Count support
///
/// What members in the caller's scope got and was not taken back, as it is recorded now.
#[utoipa::path(get, path = "/figures/support", tag = "figures", params(SupportSpan),
    responses(Read, (status = 200, description = "The figures.", body = SupportFigures)))]
pub async fn figures(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<SupportSpan>,
) -> Result<Json<SupportFigures>, Declined> {
    let span = span(&asked.given_from, &asked.given_to, &asked.agency, &asked.kind)?;
    let look = app.look(move |tx, _| support::figures(tx, &officer, &span));
    Ok(Json(look.await?.into()))
}

impl From<Figures> for SupportFigures {
    fn from(of: Figures) -> Self {
        Self { total: of.total.into(), rows: of.lines.into_iter().map(Into::into).collect() }
    }
}

impl From<Line> for SupportLine {
    fn from(of: Line) -> Self {
        Self {
            agency: of.agency.to_string(),
            kind: of.kind.map(|kind| kind.to_string()),
            counts: of.counts.into(),
        }
    }
}

impl From<Counts> for SupportCounts {
    fn from(of: Counts) -> Self {
        let Counts { services, persons, valued, value } = of;
        Self { services, persons, valued, value: value.0 }
    }
}
