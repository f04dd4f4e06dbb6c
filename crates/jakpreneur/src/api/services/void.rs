//! `POST /services/{id}/void`: taking a service back, with a reason.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    stages,
};
use axum::{Json, extract::State};
use rules::{Act, ServiceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a service is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Salah peserta")]
    reason: Option<String>,
}

/// A service that is taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct VoidAnswer {
    /// The service.
    service: Uuid,
    /// The member record it was of.
    member: Uuid,
    /// When it was taken back, by the server's clock.
    #[schema(format = DateTime)]
    voided_at: String,
    /// Who took it back: an account's id.
    voided_by: String,
    /// Where it was taken back in the journal.
    position: i64,
}

/// Take a service back
///
/// Nothing is overwritten: what was known before stays known as at its position.
#[utoipa::path(post, path = "/services/{id}/void", tag = "services", request_body = VoidBody,
    params(("id" = Uuid, Path, description = "The service."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = VoidAnswer),
        (status = 409, description = "`already-voided`: it was taken back. `is-registration`: it is no service.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn void(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(service): RecordId<ServiceId>,
    sent: Sent<VoidBody>,
) -> Result<Json<VoidAnswer>, Declined> {
    caller.0.may(Act::VoidService)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app.change(move |tx, house| stages::void(tx, house, &asking, service, &reason));
    let done = done.await?;
    Ok(Json(VoidAnswer {
        service: done.event.service.0,
        member: done.event.member.0,
        voided_at: done.stamp.at.rfc3339(),
        voided_by: done.stamp.actor,
        position: done.stamp.position,
    }))
}
