//! `POST /targets`: a target set.
use super::answer::TargetAnswer;
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
    },
    targets::{self, TargetForm},
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

/// A target to be set.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetBody {
    /// `registered`, `mentored`, `trained`, `licensed`, `marketed`, `keeps_books` or `financed`.
    #[schema(required, value_type = String, example = "registered")]
    indicator: Option<String>,
    /// The code of the agency; all agencies together when not given.
    #[schema(example = "ppapp")]
    agency: Option<String>,
    /// The code of the area: Jakarta, a city or a kecamatan.
    #[schema(required, value_type = String, example = "31")]
    area: Option<String>,
    /// `2018-2022`, `2020`, `2020-Q4` or `2020-12`.
    #[schema(required, value_type = String, example = "2018-2022")]
    period: Option<String>,
    /// Persons to reach; not seats.
    #[schema(required, value_type = u64, example = 12_120)]
    target: Option<u64>,
    /// What it rests on, at most 300 characters.
    #[schema(example = "RPJMD 2017–2022")]
    basis: Option<String>,
    /// `cumulative`, `first_reached` or `cohort`.
    #[schema(required, value_type = String, example = "cumulative")]
    rule: Option<String>,
}

/// Set a target
///
/// There is one for an indicator, agency, area, period and rule; it is revised, never edited.
#[utoipa::path(post, path = "/targets", tag = "targets", request_body = TargetBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Set, as version 1.", body = TargetAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = TargetAnswer),
        (status = 409, description = "`target-there`: there is such a target; revise it.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn set(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<TargetBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::SetTargets)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = TargetForm::from(sent.value);
    let draft = form.understand(&app.house, &caller.0)?;
    let officer = caller.0;
    let done = app.change(move |tx, house| targets::set(tx, house, &asking, &draft)).await?;
    let (id, at) = (done.event.target, Some(done.stamp.position));
    let found = app.look(move |tx, _| Ok(targets::target(tx, &officer.scope, id, at)?)).await?;
    let body = TargetAnswer::from(found.ok_or(Problem::NotFound)?);
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl From<TargetBody> for TargetForm {
    fn from(body: TargetBody) -> Self {
        Self {
            indicator: body.indicator.unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
            area: body.area.unwrap_or_default(),
            period: body.period.unwrap_or_default(),
            target: body.target.map(|target| target.to_string()).unwrap_or_default(),
            basis: body.basis.unwrap_or_default(),
            rule: body.rule.unwrap_or_default(),
        }
    }
}
