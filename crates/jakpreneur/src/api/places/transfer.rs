//! `POST /classes/{id}/places/{member}/transfer`: going over to another class.
use crate::{
    App, Code, FieldError, Problem,
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

/// Where somebody goes.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferBody {
    /// The other class.
    #[schema(required, value_type = Uuid)]
    to: Option<Uuid>,
    /// Why, in a sentence; kept sealed. Needed where the other class is not offered to them.
    reason: Option<String>,
}

/// Somebody who went over.
#[derive(Debug, Serialize, ToSchema)]
pub struct TransferAnswer {
    /// The class they left.
    from: Uuid,
    /// The class they went to.
    to: Uuid,
    /// The member record.
    member: Uuid,
    /// `confirmed`: a place there. `waiting`: at the end of its queue.
    #[schema(pattern = "^(confirmed|waiting)$")]
    state: &'static str,
    /// The place in its queue, from one, as it was then; null with a place.
    queue: Option<u32>,
    /// Who waited for the class they left and has their place now.
    moved_up: Vec<Uuid>,
    /// Where it happened in the journal: the order of the other queue.
    position: i64,
}

/// Transfer to another class
///
/// Takes a free place there or the end of its queue; the seat here goes to the first who waits.
#[utoipa::path(post, path = "/classes/{id}/places/{member}/transfer", tag = "classes",
    request_body = TransferBody,
    params(("id" = Uuid, Path, description = "The class they leave."),
        ("member" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Transferred, now or by the same request before.", body = TransferAnswer),
        (status = 409, description = "`not-in-class`: they neither have a place here nor wait. The rest as asking for \
            a place in the other class.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn transfer(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((class, member)): RecordId<(ClassId, MemberId)>,
    sent: Sent<TransferBody>,
) -> Result<Json<TransferAnswer>, Declined> {
    caller.0.may(Act::ManagePlaces)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let wrong = || Problem::Invalid(vec![FieldError::new("to", Code::Empty)]);
    let to = ClassId(sent.value.to.ok_or_else(wrong)?);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app
        .change(move |tx, house| places::transfer(tx, house, &asking, (class, to), member, &reason))
        .await?;
    let event = done.event;
    Ok(Json(TransferAnswer {
        from: event.from.0,
        to: event.to.0,
        member: event.member.0,
        state: event.state.word(),
        queue: event.queue,
        moved_up: event.moved_up.iter().map(|member| member.0).collect(),
        position: done.stamp.position,
    }))
}
