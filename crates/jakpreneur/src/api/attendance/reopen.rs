//! `POST /classes/{id}/reopen`: opening a closed class again.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    attendance,
};
use axum::{Json, extract::State};
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a class is opened again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenBody {
    /// The reason; it names no participant.
    #[schema(required, value_type = String, example = "Kehadiran hari kedua salah catat")]
    reason: Option<String>,
}

/// A class that is open again.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReopenAnswer {
    /// The class.
    class: Uuid,
    /// The trainings that were taken back.
    services: Vec<Uuid>,
    /// When, by the server's clock.
    #[schema(format = DateTime)]
    reopened_at: String,
    /// Where in the journal.
    position: i64,
}

/// Open a closed class again
///
/// The trainings recorded by closing it are taken back.
#[utoipa::path(post, path = "/classes/{id}/reopen", tag = "classes", request_body = ReopenBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Open again, now or by the same request before.", body = ReopenAnswer),
        (status = 409, description = "`class-not-finished`: it is not closed. `certificates-issued`: revoke them \
            first.", body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn reopen(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<ReopenBody>,
) -> Result<Json<ReopenAnswer>, Declined> {
    caller.0.may(Act::FinishClass)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app.change(move |tx, house| attendance::reopen(tx, house, &asking, class, &reason));
    let done = done.await?;
    Ok(Json(ReopenAnswer {
        class: done.event.class.0,
        services: done.event.services.into_iter().map(|service| service.0).collect(),
        reopened_at: done.stamp.at.rfc3339(),
        position: done.stamp.position,
    }))
}
