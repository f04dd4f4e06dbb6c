//! `POST /licence-waves/{id}/places` and `POST /licence-waves/{id}/places/{member}/leave`.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    waves,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId, WaveId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who asks.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WavePlaceBody {
    /// The member record.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
}

/// What whoever asked got.
#[derive(Debug, Serialize, ToSchema)]
pub struct WavePlaceAnswer {
    /// The wave.
    wave: Uuid,
    /// Who asked.
    member: Uuid,
    /// One of the wave's permits, or a place in the queue.
    #[schema(pattern = "^(enrolled|waiting)$")]
    state: &'static str,
    /// The place in the queue, from one; null where a permit is coming.
    queue: Option<u32>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Ask for one of a wave's permits
///
/// A full wave is no refusal: waiting is the answer, in the order of asking.
#[utoipa::path(post, path = "/licence-waves/{id}/places", tag = "licences", request_body = WavePlaceBody,
    params(("id" = Uuid, Path, description = "The wave."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "A permit is coming, or the person waits.", body = WavePlaceAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = WavePlaceAnswer),
        (status = 409, description = "`wave-over`. `not-for-wave`. `already-in-wave`. `licence-there`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn ask(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(wave): RecordId<WaveId>,
    sent: Sent<WavePlaceBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageLicences)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = sent.value.member.ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let done = app.change(move |tx, _| waves::ask(tx, &asking, wave, member)).await?;
    let body = WavePlaceAnswer {
        wave: done.event.wave.0,
        member: done.event.member.0,
        state: done.event.state.word(),
        queue: done.event.queue,
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

/// Why somebody leaves.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaveLeaveBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String)]
    reason: Option<String>,
}

/// Somebody who left.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveLeftAnswer {
    /// The wave.
    wave: Uuid,
    /// Who left.
    member: Uuid,
    /// How many moved up.
    moved_up: usize,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Leave a wave
///
/// Whoever waited longest moves up in the same act.
#[utoipa::path(post, path = "/licence-waves/{id}/places/{member}/leave", tag = "licences", request_body = WaveLeaveBody,
    params(("id" = Uuid, Path, description = "The wave."), ("member" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Left, now or by the same request before.", body = WaveLeftAnswer),
        (status = 409, description = "`not-in-wave`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn leave(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((wave, member)): RecordId<(WaveId, MemberId)>,
    sent: Sent<WaveLeaveBody>,
) -> Result<Json<WaveLeftAnswer>, Declined> {
    caller.0.may(Act::ManageLicences)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| waves::leave(tx, house, &asking, wave, member, &reason));
    let done = act.await?;
    Ok(Json(WaveLeftAnswer {
        wave: wave.0,
        member: member.0,
        moved_up: done.event.moved_up.len(),
        position: done.stamp.position,
    }))
}
