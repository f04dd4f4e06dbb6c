//! `POST /members/{id}/activity`, `…/end`, `…/resume` and `…/domicile-checks`.
use crate::{
    App,
    activity::{self, DomicileForm, EndForm, OverruleForm},
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::Done,
};
use axum::{Json, extract::State};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An officer's word.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OverruleBody {
    /// Whether the member is active.
    #[schema(required, pattern = "^(active|inactive)$")]
    activity: String,
    /// Since when: from the registration up to today, which it is when not given.
    #[schema(format = Date)]
    holds_from: String,
    /// The reason, in a sentence.
    #[schema(required)]
    reason: String,
}

/// A check of a domicile.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DomicileBody {
    /// What was found.
    #[schema(
        required,
        pattern = "^(matches|moved_out|unknown|whereabouts_unknown|no_such_rt|died|unchecked)$"
    )]
    result: String,
    /// The day: from the registration up to today, which it is when not given.
    #[schema(format = Date)]
    checked_on: String,
    /// A sentence, at most 500 characters.
    note: String,
}

/// An end.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EndBody {
    /// Why.
    #[schema(required, pattern = "^(moved_out|unknown_address|died|duplicate)$")]
    end_reason: String,
    /// The first day without membership: up to today, which it is when not given.
    #[schema(format = Date)]
    ended_on: String,
}

/// Why an end is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResumeBody {
    /// The reason, in a sentence.
    #[schema(required)]
    resume_reason: String,
}

/// Where something was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityAnswer {
    /// The member record.
    member: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

fn answer<E>(member: MemberId, done: &Done<E>) -> Json<ActivityAnswer> {
    Json(ActivityAnswer { member: member.0, position: done.stamp.position })
}

/// Say that a member is active or not
///
/// *Inactive* holds until the member is seen later.
#[utoipa::path(post, path = "/members/{id}/activity", tag = "mentoring", request_body = OverruleBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ActivityAnswer),
        (status = 409, description = "`erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn overrule(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<OverruleBody>,
) -> Result<Json<ActivityAnswer>, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let OverruleBody { activity, holds_from, reason } = sent.value;
    let form = OverruleForm { activity, holds_from, reason };
    let act = app.change(move |tx, house| activity::overrule(tx, house, &asking, member, &form));
    Ok(answer(member, &act.await?))
}

/// Record a check of a domicile
///
/// It ends nothing by itself.
#[utoipa::path(post, path = "/members/{id}/domicile-checks", tag = "mentoring",
    request_body = DomicileBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ActivityAnswer),
        (status = 409, description = "`erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn check(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<DomicileBody>,
) -> Result<Json<ActivityAnswer>, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let DomicileBody { result, checked_on, note } = sent.value;
    let form = DomicileForm { result, checked_on, note };
    let act = app.change(move |tx, house| activity::check(tx, house, &asking, member, &form));
    Ok(answer(member, &act.await?))
}

/// End a membership
///
/// What was received until then stays counted.
#[utoipa::path(post, path = "/members/{id}/activity/end", tag = "mentoring", request_body = EndBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ActivityAnswer),
        (status = 409, description = "`ended-already`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn end(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<EndBody>,
) -> Result<Json<ActivityAnswer>, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let EndBody { end_reason, ended_on } = sent.value;
    let form = EndForm { end_reason, ended_on };
    let act = app.change(move |tx, _| activity::end(tx, &asking, member, &form));
    Ok(answer(member, &act.await?))
}

/// Take an end back
///
/// The membership never ended.
#[utoipa::path(post, path = "/members/{id}/activity/resume", tag = "mentoring",
    request_body = ResumeBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ActivityAnswer),
        (status = 409, description = "`not-ended`, or `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn resume(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<ResumeBody>,
) -> Result<Json<ActivityAnswer>, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.resume_reason;
    let act = app.change(move |tx, house| activity::resume(tx, house, &asking, member, &reason));
    Ok(answer(member, &act.await?))
}
