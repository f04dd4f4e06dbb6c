//! `POST /classes/{id}/call-off`: a class that does not take place.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    classes,
};
use axum::{Json, extract::State};
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a class does not take place.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallOffBody {
    /// The reason, told to everybody.
    #[schema(required, value_type = String, example = "Gedung dipakai vaksinasi")]
    reason: Option<String>,
}

/// A class that was called off.
#[derive(Debug, Serialize, ToSchema)]
pub struct CallOffAnswer {
    /// The class.
    class: Uuid,
    /// Why.
    reason: String,
    /// When it was called off, by the server's clock.
    #[schema(format = DateTime)]
    called_off_at: String,
    /// Where it was called off in the journal.
    position: i64,
}

/// Call a class off
///
/// Its places stay, so that everybody can be told or transferred.
#[utoipa::path(post, path = "/classes/{id}/call-off", tag = "classes", request_body = CallOffBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Called off, now or by the same request before.", body = CallOffAnswer),
        (status = 409, description = "`class-over`: it is finished or was called off.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn call_off(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<CallOffBody>,
) -> Result<Json<CallOffAnswer>, Declined> {
    caller.0.may(Act::ManageClasses)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app.change(move |tx, _| classes::call_off(tx, &asking, class, &reason)).await?;
    Ok(Json(CallOffAnswer {
        class: done.event.class.0,
        reason: done.event.reason,
        called_off_at: done.stamp.at.rfc3339(),
        position: done.stamp.position,
    }))
}
