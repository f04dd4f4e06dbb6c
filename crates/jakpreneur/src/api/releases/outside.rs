//! `POST /releases/{id}/outside`: a figure published elsewhere beside a release.
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    releases::{self, OutsideFigure, OutsideForm, Part},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ReleaseId};
use serde::Deserialize;
use utoipa::ToSchema;

/// A figure published elsewhere.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OutsideBody {
    /// The `key` of the release's line.
    #[schema(required, value_type = String, example = "training")]
    line: Option<String>,
    /// What was published.
    #[schema(required, value_type = u64)]
    value: Option<u64>,
    /// Where, at most 300 characters.
    #[schema(required, value_type = String)]
    source: Option<String>,
    /// Why it is another, at most 300 characters; needed where it is and there are no `parts`.
    explanation: Option<String>,
    /// The same by reason; adds up to the release's figure less `value`.
    #[serde(default)]
    parts: Vec<Part>,
}

/// Enter a figure published elsewhere
///
/// Beside a line of the release, with its source and why it differs. The release itself never changes. The
/// same line and source again takes the place of what was entered.
#[utoipa::path(post, path = "/releases/{id}/outside", tag = "releases", request_body = OutsideBody,
    params(("id" = Uuid, Path, description = "The release."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Entered.", body = OutsideFigure),
        (status = 200, description = "The same request under the same key was done before.", body = OutsideFigure),
        (status = 409, description = "`release-changed`: its bytes are not those released.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn outside(
    State(app): State<App>,
    caller: Caller,
    RecordId(id): RecordId<ReleaseId>,
    key: Key,
    sent: Sent<OutsideBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ReleaseReports)?;
    let (asking, form, officer) =
        (key.asking(&app, &caller, &sent.bytes), OutsideForm::from(sent.value), caller.0);
    let done = app
        .change(move |tx, _| {
            let release = releases::released(tx, &asking.officer, id)?.ok_or(Problem::NotFound)?;
            releases::enter_outside(tx, &asking, release.number, &form)
        })
        .await?;
    let position = done.stamp.position;
    let opened = app.look(move |tx, _| releases::open(tx, &officer, id)).await?;
    let entered = opened.outside.into_iter().find(|it| it.position == position);
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(entered.ok_or(Problem::NotFound)?)).into_response())
}

impl From<OutsideBody> for OutsideForm {
    fn from(body: OutsideBody) -> Self {
        Self {
            line: body.line.unwrap_or_default(),
            value: body.value.map(|value| value.to_string()).unwrap_or_default(),
            source: body.source.unwrap_or_default(),
            explanation: body.explanation.unwrap_or_default(),
            parts: body.parts.into_iter().map(|it| (it.reason, it.change.to_string())).collect(),
        }
    }
}
