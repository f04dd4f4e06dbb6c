//! `POST /assessments`: what a member's business needs, as found on a day.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    assessments::{self, AssessmentForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// The answers of a day.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AssessmentBody {
    /// The member record.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// The day on which it was so; today when not given.
    #[schema(format = Date)]
    assessed_on: Option<String>,
    /// Each answered question by its code: `yes`, `no` or `unknown`. At least one is known.
    #[schema(required, value_type = BTreeMap<String, String>)]
    answers: BTreeMap<String, String>,
}

/// An assessment that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentAnswer {
    /// The assessment.
    id: Uuid,
    /// The member record.
    member: Uuid,
    /// The day.
    #[schema(format = Date)]
    assessed_on: String,
    /// Its place in the journal.
    position: i64,
}

/// Assess what a member's business needs
///
/// It advises and bars nothing. Earlier assessments stay beside it.
#[utoipa::path(post, path = "/assessments", tag = "growth", request_body = AssessmentBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = AssessmentAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = AssessmentAnswer),
        (status = 409, description = "`erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn assess(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<AssessmentBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::Measure)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = sent.value.member.ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let form = AssessmentForm {
        assessed_on: sent.value.assessed_on.unwrap_or_default(),
        answers: sent.value.answers.into_iter().collect(),
    };
    let act = app.change(move |tx, house| assessments::assess(tx, house, &asking, member, &form));
    let done = act.await?;
    let body = AssessmentAnswer {
        id: done.event.assessment.0,
        member: done.event.member.0,
        assessed_on: done.event.assessed_on.to_string(),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
