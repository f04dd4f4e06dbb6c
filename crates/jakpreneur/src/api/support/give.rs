//! `POST /supports`: support that a member got.
use super::body::SupportBody;
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    support::{self, SupportForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Support that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportAnswer {
    /// The support.
    id: Uuid,
    /// The member record of who got it.
    member: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Record support
///
/// What an agency gives beside the seven stages. It reaches no stage.
#[utoipa::path(post, path = "/supports", tag = "support", request_body = SupportBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = SupportAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = SupportAnswer),
        (status = 409, description = "`erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn give(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<SupportBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::RecordService)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let member = sent.value.member()?;
    let form = SupportForm::from(sent.value);
    let act = app.change(move |tx, house| support::give(tx, house, &asking, member, &form));
    let done = act.await?;
    let body = SupportAnswer {
        id: done.event.support.0,
        member: done.event.member.0,
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
