//! `POST /supports/{id}/void`: support that never was.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    support,
};
use axum::{Json, extract::State};
use rules::{Act, SupportId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why support is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupportVoidBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Salah orang")]
    reason: Option<String>,
}

/// Support that was taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportVoidAnswer {
    /// The support.
    id: Uuid,
    /// The member record it was recorded for.
    member: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Take support back that never was
///
/// It stays in the member's file, and stops counting.
#[utoipa::path(post, path = "/supports/{id}/void", tag = "support", request_body = SupportVoidBody,
    params(("id" = Uuid, Path, description = "The support."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = SupportVoidAnswer),
        (status = 409, description = "`already-voided`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn void(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<SupportId>,
    sent: Sent<SupportVoidBody>,
) -> Result<Json<SupportVoidAnswer>, Declined> {
    caller.0.may(Act::VoidService)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| support::void(tx, house, &asking, id, &reason));
    let done = act.await?;
    Ok(Json(SupportVoidAnswer {
        id: done.event.support.0,
        member: done.event.member.0,
        position: done.stamp.position,
    }))
}
