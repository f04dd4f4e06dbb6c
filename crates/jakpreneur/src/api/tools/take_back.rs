//! `POST /tool-grants/{id}/take-back`: tools taken back, with a reason.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    tools,
};
use axum::{Json, extract::State};
use rules::{Act, ToolGrantId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why tools are taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBackBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Usaha tidak berjalan")]
    reason: Option<String>,
}

/// Tools that were taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakeBackAnswer {
    /// The handover.
    id: Uuid,
    /// Who had received.
    member: Uuid,
    /// The day, by the server's clock.
    #[schema(format = Date)]
    taken_back_on: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Take tools back
///
/// The agency may then give the person tools once more.
#[utoipa::path(post, path = "/tool-grants/{id}/take-back", tag = "tools", request_body = TakeBackBody,
    params(("id" = Uuid, Path, description = "The handover."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = TakeBackAnswer),
        (status = 409, description = "`already-voided`: it was taken back.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn take_back(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(grant): RecordId<ToolGrantId>,
    sent: Sent<TakeBackBody>,
) -> Result<Json<TakeBackAnswer>, Declined> {
    caller.0.may(Act::GrantTools)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done =
        app.change(move |tx, house| tools::take_back(tx, house, &asking, grant, &reason)).await?;
    Ok(Json(TakeBackAnswer {
        id: done.event.grant.0,
        member: done.event.member.0,
        taken_back_on: done.stamp.at.date().to_string(),
        position: done.stamp.position,
    }))
}
