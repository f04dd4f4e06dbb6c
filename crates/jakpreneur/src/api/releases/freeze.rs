//! `POST /releases`: a report frozen.
use super::answer::ReleaseAnswer;
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
    },
    releases::{self, ReleaseForm},
    reports::Words,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::Deserialize;
use utoipa::ToSchema;

/// A report to be released.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseBody {
    /// `stages`, `targets`, `agencies`, `unit`, `training` or `growth`.
    #[schema(required, value_type = String, example = "stages")]
    kind: Option<String>,
    /// What it is called, at most 300 characters; named after its kind and day when not given.
    title: Option<String>,
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    as_at: Option<String>,
    /// The journal position up to which it is known; now when not given.
    known_at: Option<i64>,
    /// A region code.
    area: Option<String>,
    /// An agency code.
    agency: Option<String>,
    /// `female` or `male`; of stages.
    sex: Option<String>,
    /// `starter` or `established`; of stages.
    track: Option<String>,
    /// `kuliner`, `fesyen`, `kerajinan`, `jasa` or `lainnya`; of stages.
    business_type: Option<String>,
    /// `counter`, `field`, `online` or `import`; of stages.
    channel: Option<String>,
    /// Registered on this day or later.
    registered_from: Option<String>,
    /// Registered on this day or earlier.
    registered_to: Option<String>,
    /// `pergub` (default) or `jakbar2022`.
    scheme: Option<String>,
    /// By what lines are told apart behind those of the whole: of stages `agency`, `area:city`,
    /// `area:kecamatan`, `month` or `year`; of growth the same without `month`; of training
    /// `area:kecamatan`, `month` or `trade`.
    by: Option<String>,
    /// Targets that count this; of targets.
    indicator: Option<String>,
    /// Targets of this period; of a unit's report and of training their month, quarter or year, which they
    /// must have.
    period: Option<String>,
    /// The number of the release that it restates; its question must be the same.
    #[schema(example = "2022-0001")]
    restates: Option<String>,
    /// Why it restates it, at most 300 characters.
    reason: Option<String>,
}

/// Release a report
///
/// Frozen with its figures, everybody counted by pseudonym, and the SHA-256 of these bytes; it never changes.
#[utoipa::path(post, path = "/releases", tag = "releases", request_body = ReleaseBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Released.", body = ReleaseAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ReleaseAnswer),
        (status = 409, description = "`restated-already`: restate the release in its place. \
                                      `nothing-to-release`. `release-changed`: what is restated is not what was released.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn freeze(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<ReleaseBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ReleaseReports)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = releases::freeze(&app, asking, ReleaseForm::from(sent.value)).await?;
    let (id, officer) = (done.event.release, caller.0);
    let found = app.look(move |tx, _| releases::released(tx, &officer, id)).await?;
    let body = ReleaseAnswer::from(found.ok_or(Problem::NotFound)?);
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl From<ReleaseBody> for ReleaseForm {
    fn from(body: ReleaseBody) -> Self {
        Self {
            kind: body.kind.unwrap_or_default(),
            title: body.title.unwrap_or_default(),
            question: Words {
                as_at: body.as_at,
                known_at: body.known_at.map(|at| at.to_string()),
                area: body.area,
                agency: body.agency,
                sex: body.sex,
                track: body.track,
                business_type: body.business_type,
                channel: body.channel,
                registered_from: body.registered_from,
                registered_to: body.registered_to,
                scheme: body.scheme,
                by: body.by,
                unknown: None,
            },
            indicator: body.indicator,
            period: body.period,
            restates: body.restates.unwrap_or_default(),
            reason: body.reason.unwrap_or_default(),
        }
    }
}
