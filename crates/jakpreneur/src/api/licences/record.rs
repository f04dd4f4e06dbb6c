//! `POST /licences`: a permit asked for, issued or refused.
use super::{answer::LicenceChange, body::LicenceBody};
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    licences,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;

/// Record a permit
///
/// Once it is issued the member has reached the licensing stage, on the day of issue or, where that is earlier, of the
/// registration. What is odd about it is answered as warnings and refuses nothing.
#[utoipa::path(post, path = "/licences", tag = "licences", request_body = LicenceBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = LicenceChange),
        (status = 200, description = "The same request under the same key was done before.", body = LicenceChange),
        (status = 409, description = "`licence-there`: recorded already. `not-in-wave`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn record(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<LicenceBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageLicences)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (member, form) = (sent.value.member()?, sent.value.form()?);
    let done =
        app.change(move |tx, house| licences::record(tx, house, &asking, member, &form)).await?;
    let (event, position) = (done.event, done.stamp.position);
    let body = LicenceChange {
        id: event.licence.0,
        member: event.member.0,
        state: event.state.word(),
        expires_on: event.dates.expires_on.map(|on| on.to_string()),
        warnings: event.warnings,
        service: event.service.map(|service| service.0),
        position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
