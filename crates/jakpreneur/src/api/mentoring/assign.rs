//! `POST /mentors/{id}/caseload`: members given to a mentor.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    mentoring::{self, Assignment},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom a mentor is given.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignBody {
    /// The member records, 1 to 1000.
    #[schema(min_items = 1, max_items = 1000)]
    members: Vec<Uuid>,
}

/// Members that were given to a mentor.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssignAnswer {
    /// The mentor's account.
    mentor: Uuid,
    /// Since when.
    #[schema(format = Date)]
    from_on: String,
    /// Who is new with the mentor.
    members: Vec<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Give members to a mentor
///
/// From today. Whoever had them keeps the days until then. All of them, or none.
#[utoipa::path(post, path = "/mentors/{id}/caseload", tag = "mentoring", request_body = AssignBody,
    params(("id" = Uuid, Path, description = "The mentor's account."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = AssignAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = AssignAnswer)))]
pub async fn assign(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(mentor): RecordId<UserId>,
    sent: Sent<AssignBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::AssignMentors)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let members = sent.value.members.into_iter().map(MemberId).collect();
    let asked = Assignment { mentor, members };
    let done = app.change(move |tx, _| mentoring::assign(tx, &asking, &asked)).await?;
    let body = AssignAnswer {
        mentor: done.event.mentor.0,
        from_on: done.event.from_on.to_string(),
        members: done.event.members.iter().map(|member| member.0).collect(),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
