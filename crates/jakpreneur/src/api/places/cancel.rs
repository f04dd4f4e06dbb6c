//! `POST /classes/{id}/places/{member}/cancel`: giving a place up.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    places,
};
use axum::{Json, extract::State};
use rules::{Act, ClassId, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a place is given up.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelBody {
    /// The reason, in a sentence; kept sealed.
    #[schema(required, value_type = String, example = "Sakit")]
    reason: Option<String>,
}

/// A place that was given up.
#[derive(Debug, Serialize, ToSchema)]
pub struct CancelAnswer {
    /// The class.
    class: Uuid,
    /// The member record.
    member: Uuid,
    /// How they stood to the class before.
    #[schema(pattern = "^(invited|waiting|confirmed)$")]
    was: &'static str,
    /// Who waited and has the place now.
    moved_up: Vec<Uuid>,
    /// Where it was given up in the journal.
    position: i64,
}

/// Cancel a place
///
/// Or the waiting, or an invitation. A freed seat goes to the first who waits, in the same act.
#[utoipa::path(post, path = "/classes/{id}/places/{member}/cancel", tag = "classes", request_body = CancelBody,
    params(("id" = Uuid, Path, description = "The class."),
        ("member" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Cancelled, now or by the same request before.", body = CancelAnswer),
        (status = 409, description = "`not-in-class`: they neither have a place nor wait. `class-over`: finished or \
            called off.", body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn cancel(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((class, member)): RecordId<(ClassId, MemberId)>,
    sent: Sent<CancelBody>,
) -> Result<Json<CancelAnswer>, Declined> {
    caller.0.may(Act::ManagePlaces)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app
        .change(move |tx, house| places::cancel(tx, house, &asking, class, member, &reason))
        .await?;
    Ok(Json(CancelAnswer {
        class: done.event.class.0,
        member: done.event.member.0,
        was: done.event.was.word(),
        moved_up: done.event.moved_up.iter().map(|member| member.0).collect(),
        position: done.stamp.position,
    }))
}
