//! `POST /licence-waves` and `POST /licence-waves/{id}/close`.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    waves::{self, WaveForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, WaveId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A wave.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaveBody {
    /// The code of a kind of permit.
    #[schema(required, value_type = String, example = "halal_declared")]
    kind: Option<String>,
    /// What it is called; not given: its kind and month.
    title: Option<String>,
    /// So many permits; 50 when not given.
    #[schema(minimum = 1, maximum = 10000)]
    quota: Option<u32>,
    /// The code of the agency that facilitates; not given: the caller's own.
    agency: Option<String>,
    /// The code of the area it is for; not given: the caller's own.
    area: Option<String>,
    /// The first day of asking; today when not given.
    #[schema(format = Date)]
    opens_on: Option<String>,
    /// The last day of asking.
    #[schema(required, value_type = String, format = Date)]
    closes_on: Option<String>,
}

/// A wave that was opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveAnswer {
    /// The wave.
    id: Uuid,
    /// What it is called.
    title: String,
    /// So many permits.
    quota: u32,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Open a facilitation wave
#[utoipa::path(post, path = "/licence-waves", tag = "licences", request_body = WaveBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Opened.", body = WaveAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = WaveAnswer)))]
pub async fn open(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<WaveBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageWaves)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = WaveForm::from(sent.value);
    let done = app.change(move |tx, house| waves::open(tx, house, &asking, &form)).await?;
    let body = WaveAnswer {
        id: done.event.wave.0,
        title: done.event.title,
        quota: done.event.quota,
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl From<WaveBody> for WaveForm {
    fn from(body: WaveBody) -> Self {
        Self {
            kind: body.kind.unwrap_or_default(),
            title: body.title.unwrap_or_default(),
            quota: body.quota.map(|quota| quota.to_string()).unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
            area: body.area.unwrap_or_default(),
            opens_on: body.opens_on.unwrap_or_default(),
            closes_on: body.closes_on.unwrap_or_default(),
        }
    }
}

/// A wave that was closed.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveClosedAnswer {
    /// The wave.
    id: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Close a wave early
///
/// Nobody asks any more; what the issuer decides is still recorded.
#[utoipa::path(post, path = "/licence-waves/{id}/close", tag = "licences",
    params(("id" = Uuid, Path, description = "The wave."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Closed, now or by the same request before.", body = WaveClosedAnswer),
        (status = 409, description = "`wave-over`: it was closed.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn close(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(wave): RecordId<WaveId>,
) -> Result<Json<WaveClosedAnswer>, Declined> {
    caller.0.may(Act::ManageWaves)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| waves::close(tx, &asking, wave)).await?;
    Ok(Json(WaveClosedAnswer { id: wave.0, position: done.stamp.position }))
}
