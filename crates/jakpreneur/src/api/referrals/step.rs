//! What is done upon a referral: answered, replied to, withdrawn, taken back; and an account bound to a bank.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    referrals::{self, AnswerForm},
};
use axum::{Json, extract::State};
use rules::{Act, ReferralId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What became of a referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralActed {
    /// The referral.
    id: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// A bank's answer.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BankAnswerBody {
    /// `received`, `asked`, `approved`, `refused` or `disbursed`.
    #[schema(required, value_type = String)]
    step: Option<String>,
    /// The day; today when not given.
    #[schema(format = Date)]
    taken_on: Option<String>,
    /// What was approved or paid out, in whole rupiah.
    #[schema(minimum = 1)]
    amount: Option<i64>,
    /// Why the bank does not lend: `slik`, `documents`, `too_young`, `capacity`, `other_credit`, `gave_up`, `other`.
    reason: Option<String>,
    /// The question, or the reason in words.
    said: Option<String>,
}

/// What is said, in a sentence.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReferralReplyBody {
    /// The reply to the bank's question.
    #[schema(required, value_type = String)]
    said: Option<String>,
}

/// Why an answer is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReferralTakeBackBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String)]
    reason: Option<String>,
}

/// That the credit record was looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SlikBody {
    /// Whether it was good; nothing else of it is kept.
    #[schema(required, value_type = bool)]
    good: Option<bool>,
    /// The day; today when not given.
    #[schema(format = Date)]
    checked_on: Option<String>,
}

/// The bank an account belongs to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BankAccountBody {
    /// The name of an account of a bank officer.
    #[schema(required, value_type = String)]
    name: Option<String>,
    /// The bank's code.
    #[schema(required, value_type = String)]
    bank: Option<String>,
}

/// An account that was bound to a bank.
#[derive(Debug, Serialize, ToSchema)]
pub struct BankAccountAnswer {
    /// The account.
    user: Uuid,
    /// The bank's code.
    bank: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Record a bank's answer
///
/// By the bank itself, or by an officer from its letter, and then it is marked so.
#[utoipa::path(post, path = "/referrals/{id}/answer", tag = "referrals", request_body = BankAnswerBody,
    params(("id" = Uuid, Path, description = "The referral."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ReferralActed),
        (status = 409, description = "`referral-step`, `referral-day`, `over-approved`, `consent-withdrawn`, `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn answer(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ReferralId>,
    sent: Sent<BankAnswerBody>,
) -> Result<Json<ReferralActed>, Declined> {
    caller.0.may(Act::AnswerReferrals)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let form = AnswerForm {
        step: body.step.unwrap_or_default(),
        taken_on: body.taken_on.unwrap_or_default(),
        amount: body.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        reason: body.reason.unwrap_or_default(),
        said: body.said.unwrap_or_default(),
    };
    let act = app.change(move |tx, house| referrals::answer(tx, house, &asking, id, &form));
    let done = act.await?;
    Ok(Json(ReferralActed { id: id.0, position: done.stamp.position }))
}

/// Reply to a bank's question
#[utoipa::path(post, path = "/referrals/{id}/reply", tag = "referrals", request_body = ReferralReplyBody,
    params(("id" = Uuid, Path, description = "The referral."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ReferralActed),
        (status = 409, description = "`referral-step`: the bank asks nothing. `consent-withdrawn`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn reply(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ReferralId>,
    sent: Sent<ReferralReplyBody>,
) -> Result<Json<ReferralActed>, Declined> {
    caller.0.may(Act::ReferMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let said = sent.value.said.unwrap_or_default();
    let act = app.change(move |tx, house| referrals::reply(tx, house, &asking, id, &said));
    let done = act.await?;
    Ok(Json(ReferralActed { id: id.0, position: done.stamp.position }))
}

/// Withdraw a member's consent
///
/// From the next request on the bank sees nothing of the referral.
#[utoipa::path(post, path = "/referrals/{id}/withdraw", tag = "referrals",
    params(("id" = Uuid, Path, description = "The referral."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Withdrawn, now or by the same request before.", body = ReferralActed),
        (status = 409, description = "`consent-withdrawn`: it was before.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ReferralId>,
) -> Result<Json<ReferralActed>, Declined> {
    caller.0.may(Act::ReferMember)?;
    let asking = key.asking(&app, &caller, b"");
    let done = app.change(move |tx, _| referrals::withdraw(tx, &asking, id)).await?;
    Ok(Json(ReferralActed { id: id.0, position: done.stamp.position }))
}

/// Take a bank's last answer back
///
/// What it made count counts no more. What the bank itself said, only the bank takes back.
#[utoipa::path(post, path = "/referrals/{id}/take-back", tag = "referrals", request_body = ReferralTakeBackBody,
    params(("id" = Uuid, Path, description = "The referral."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = ReferralActed),
        (status = 409, description = "`no-answer`: there is none. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn take_back(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ReferralId>,
    sent: Sent<ReferralTakeBackBody>,
) -> Result<Json<ReferralActed>, Declined> {
    caller.0.may(Act::AnswerReferrals)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| referrals::take_back(tx, house, &asking, id, &reason));
    let done = act.await?;
    Ok(Json(ReferralActed { id: id.0, position: done.stamp.position }))
}

/// Record that the credit record was looked at
///
/// Good or not, and the day; only where the member consented to that.
#[utoipa::path(post, path = "/referrals/{id}/slik", tag = "referrals", request_body = SlikBody,
    params(("id" = Uuid, Path, description = "The referral."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ReferralActed),
        (status = 409, description = "`no-slik-consent`. `consent-withdrawn`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn slik(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ReferralId>,
    sent: Sent<SlikBody>,
) -> Result<Json<ReferralActed>, Declined> {
    caller.0.may(Act::AnswerReferrals)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (good, on) = (sent.value.good, sent.value.checked_on.unwrap_or_default());
    let act = app.change(move |tx, _| referrals::check_slik(tx, &asking, id, good, &on));
    let done = act.await?;
    Ok(Json(ReferralActed { id: id.0, position: done.stamp.position }))
}

/// Bind the account of a bank officer to a bank
///
/// Until then the account sees nothing.
#[utoipa::path(post, path = "/bank-accounts", tag = "referrals", request_body = BankAccountBody, params(Key),
    responses(Read, Known, Written,
        (status = 200, description = "Bound, now or by the same request before.", body = BankAccountAnswer)))]
pub async fn bind(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<BankAccountBody>,
) -> Result<Json<BankAccountAnswer>, Declined> {
    caller.0.may(Act::ManageUsers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (name, bank) = (sent.value.name.unwrap_or_default(), sent.value.bank.unwrap_or_default());
    let done = app.change(move |tx, _| referrals::bind(tx, &asking, &name, &bank)).await?;
    Ok(Json(BankAccountAnswer {
        user: done.event.user.0,
        bank: done.event.bank.to_string(),
        position: done.stamp.position,
    }))
}
