//! What is done to an entry: verified, validated, scheduled, graded, sent back.
use super::entries::CurationEntryDone;
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    curations::{self, GradeForm, ScheduleForm},
};
use axum::{Json, extract::State};
use rules::{Act, CurationEntryId, marketing::curation::EntryState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Verify an entry
///
/// By a mentor who has seen that the product is as told.
#[utoipa::path(post, path = "/curation-entries/{id}/verify", tag = "curations",
    params(("id" = Uuid, Path, description = "The entry."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Verified, now or by the same request before.", body = CurationEntryDone),
        (status = 409, description = "`out-of-turn`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn verify(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(entry): RecordId<CurationEntryId>,
) -> Result<Json<CurationEntryDone>, Declined> {
    caller.0.may(Act::VerifyEntries)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| curations::verify(tx, &asking, entry)).await?;
    let (state, position) = (done.event.state.word(), done.stamp.position);
    Ok(Json(CurationEntryDone { id: entry.0, state, position }))
}

/// Validate an entry
///
/// By the head of the kecamatan, and never by whoever verified it.
#[utoipa::path(post, path = "/curation-entries/{id}/validate", tag = "curations",
    params(("id" = Uuid, Path, description = "The entry."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Validated, now or by the same request before.", body = CurationEntryDone),
        (status = 409, description = "`out-of-turn`. `same-person`: the caller verified it.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn validate(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(entry): RecordId<CurationEntryId>,
) -> Result<Json<CurationEntryDone>, Declined> {
    caller.0.may(Act::ValidateEntries)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| curations::validate(tx, &asking, entry)).await?;
    let (state, position) = (done.event.state.word(), done.stamp.position);
    Ok(Json(CurationEntryDone { id: entry.0, state, position }))
}

/// A day and a place.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CurationDayBody {
    /// The day the product is brought, today or later.
    #[schema(required, value_type = String, format = Date)]
    held_on: Option<String>,
    /// The time.
    #[schema(required, value_type = String, example = "09:00")]
    held_at: Option<String>,
    /// Where.
    #[schema(required, value_type = String)]
    place: Option<String>,
}

/// Set the day and place of an entry
///
/// Also again, where the day moves.
#[utoipa::path(post, path = "/curation-entries/{id}/schedule", tag = "curations", request_body = CurationDayBody,
    params(("id" = Uuid, Path, description = "The entry."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Set, now or by the same request before.", body = CurationEntryDone),
        (status = 409, description = "`out-of-turn`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn schedule(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(entry): RecordId<CurationEntryId>,
    sent: Sent<CurationDayBody>,
) -> Result<Json<CurationEntryDone>, Declined> {
    caller.0.may(Act::ManageCurations)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ScheduleForm {
        held_on: sent.value.held_on.unwrap_or_default(),
        held_at: sent.value.held_at.unwrap_or_default(),
        place: sent.value.place.unwrap_or_default(),
    };
    let done = app.change(move |tx, _| curations::schedule(tx, &asking, entry, &form)).await?;
    let (state, position) = (EntryState::Scheduled.word(), done.stamp.position);
    Ok(Json(CurationEntryDone { id: entry.0, state, position }))
}

/// A score for each criterion, and advice.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CurationGradeBody {
    /// Each criterion of the round once.
    #[schema(required)]
    scores: Vec<ScoreBody>,
    /// What would make the product better.
    #[schema(required, value_type = String)]
    advice: Option<String>,
}

/// A score.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ScoreBody {
    /// The criterion's code.
    #[schema(required, value_type = String)]
    code: Option<String>,
    /// 0 to 100.
    #[schema(required, value_type = u8, minimum = 0, maximum = 100)]
    score: Option<i64>,
}

/// Grade an entry
///
/// By a curator, from its day on. A grade that passes comes with a certificate.
#[utoipa::path(post, path = "/curation-entries/{id}/grade", tag = "curations", request_body = CurationGradeBody,
    params(("id" = Uuid, Path, description = "The entry."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Graded, now or by the same request before.", body = CurationEntryDone),
        (status = 409, description = "`out-of-turn`. `curation-day`: its day has not come. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn grade(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(entry): RecordId<CurationEntryId>,
    sent: Sent<CurationGradeBody>,
) -> Result<Json<CurationEntryDone>, Declined> {
    caller.0.may(Act::GradeEntries)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let score = |it: ScoreBody| {
        let score = it.score.map(|score| score.to_string());
        (it.code.unwrap_or_default(), score.unwrap_or_default())
    };
    let form = GradeForm {
        scores: sent.value.scores.into_iter().map(score).collect(),
        advice: sent.value.advice.unwrap_or_default(),
    };
    let act = app.change(move |tx, house| curations::grade(tx, house, &asking, entry, &form));
    let done = act.await?;
    let (state, position) = (EntryState::Graded.word(), done.stamp.position);
    Ok(Json(CurationEntryDone { id: entry.0, state, position }))
}

/// Why an entry is sent back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CurationDeclineBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String)]
    reason: Option<String>,
}

/// Send an entry back
///
/// By whoever the next step is for, before a day is set.
#[utoipa::path(post, path = "/curation-entries/{id}/decline", tag = "curations", request_body = CurationDeclineBody,
    params(("id" = Uuid, Path, description = "The entry."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Sent back, now or by the same request before.", body = CurationEntryDone),
        (status = 409, description = "`out-of-turn`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn decline(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(entry): RecordId<CurationEntryId>,
    sent: Sent<CurationDeclineBody>,
) -> Result<Json<CurationEntryDone>, Declined> {
    caller.0.may(Act::ReadCurations)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| curations::decline(tx, house, &asking, entry, &reason));
    let done = act.await?;
    let (state, position) = (done.event.state.word(), done.stamp.position);
    Ok(Json(CurationEntryDone { id: entry.0, state, position }))
}
