//! `POST /mentors/shares`: whoever has no mentor, shared out.
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
    },
    mentoring,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Nothing is asked beside the caller's scope.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareBody {}

/// Who is new with whom.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShareAnswer {
    /// Since when.
    #[schema(format = Date)]
    from_on: String,
    /// The mentors who were given somebody.
    given: Vec<SharedTo>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Members who are new with a mentor.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedTo {
    /// The mentor's account.
    mentor: Uuid,
    /// The member records.
    members: Vec<Uuid>,
}

/// Share out whoever has no mentor
///
/// Up to 1000 members within the caller's scope: each goes to a mentor who may see them and has the fewest.
/// The same members and mentors give the same result each time.
#[utoipa::path(post, path = "/mentors/shares", tag = "mentoring", request_body = ShareBody,
    params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Recorded.", body = ShareAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ShareAnswer),
        (status = 409, description = "`nobody-to-share`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn share(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<ShareBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::AssignMentors)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = app.change(move |tx, _| mentoring::share(tx, &asking)).await?;
    let given = |given: &mentoring::Given| SharedTo {
        mentor: given.mentor.0,
        members: given.members.iter().map(|member| member.0).collect(),
    };
    let body = ShareAnswer {
        from_on: done.event.from_on.to_string(),
        given: done.event.given.iter().map(given).collect(),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
