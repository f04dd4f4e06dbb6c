//! `POST /groups/{id}/members` and `DELETE /groups/{id}/members/{member}`: joining a group and leaving it.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Aloud, Declined, Found, Known, Read, Written},
    },
    groups,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, GroupId, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who is to join.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinBody {
    /// The member record, in the caller's scope.
    #[schema(required, value_type = Uuid)]
    member: Option<Uuid>,
}

/// Joining or leaving as recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipAnswer {
    /// The group.
    group: Uuid,
    /// The member record.
    member: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Put a member into a group
#[utoipa::path(post, path = "/groups/{id}/members", tag = "groups", request_body = JoinBody,
    params(("id" = Uuid, Path, description = "The group."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Joined.", body = MembershipAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = MembershipAnswer),
        (status = 409, description = "`in-group`: the member is in the group already.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn join(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(group): RecordId<GroupId>,
    sent: Sent<JoinBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let missing = || Problem::Invalid(vec![FieldError::new("member", Code::Empty)]);
    let member = MemberId(sent.value.member.ok_or_else(missing)?);
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = app.change(move |tx, _| groups::join(tx, &asking, group, member)).await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = MembershipAnswer { group: group.0, member: member.0, position: done.stamp.position };
    Ok((status, Json(body)).into_response())
}

/// Take a member out of a group
///
/// That the member was in it stays on record.
#[utoipa::path(delete, path = "/groups/{id}/members/{member}", tag = "groups",
    params(("id" = Uuid, Path, description = "The group."),
        ("member" = Uuid, Path, description = "The member record."), Key),
    responses(Aloud, Read, Found,
        (status = 200, description = "Left, now or by the same request before.", body = MembershipAnswer),
        (status = 400, description = "`idempotency-key`: the key is no UUID.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 507, description = "`disk-full`: there is no room; nothing was recorded.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn leave(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((group, member)): RecordId<(GroupId, MemberId)>,
) -> Result<Json<MembershipAnswer>, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| groups::leave(tx, &asking, group, member)).await?;
    Ok(Json(MembershipAnswer { group: group.0, member: member.0, position: done.stamp.position }))
}
