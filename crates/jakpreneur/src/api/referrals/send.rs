//! `POST /referrals`: a member is referred to a bank.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    referrals::{self, ReferralForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A referral of a member who is present and agrees.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReferralBody {
    /// The member record.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// A bank's code.
    #[schema(required, value_type = String, example = "bri")]
    bank: Option<String>,
    /// The code of one of its products.
    #[schema(required, value_type = String, example = "kur")]
    product: Option<String>,
    /// The amount asked for, in whole rupiah.
    #[schema(required, value_type = i64, minimum = 1)]
    amount: Option<i64>,
    /// What the money is for, in a sentence.
    #[schema(required, value_type = String, example = "Membeli oven")]
    purpose: Option<String>,
    /// What the bank may see, each consented to by itself: `name` and any of `phone`, `residence`, `business`,
    /// `joined`, `permits`, `statement`, `slik`.
    #[schema(required, value_type = Vec<String>)]
    shared: Option<Vec<String>>,
    /// The files of the member's permits that go with it.
    #[schema(value_type = Vec<Uuid>)]
    documents: Option<Vec<String>>,
    /// That the member agrees to sending exactly this.
    #[schema(required, value_type = bool)]
    consent: Option<bool>,
}

/// A referral that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralAnswer {
    /// The referral.
    id: Uuid,
    /// The member record.
    member: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Refer a member to a bank
///
/// The city passes the application on; the bank alone decides and pays out.
#[utoipa::path(post, path = "/referrals", tag = "referrals", request_body = ReferralBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Sent.", body = ReferralAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ReferralAnswer),
        (status = 409, description = "`erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<ReferralBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ReferMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = body.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let form = ReferralForm {
        bank: body.bank.unwrap_or_default(),
        product: body.product.unwrap_or_default(),
        amount: body.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        purpose: body.purpose.unwrap_or_default(),
        shared: body.shared.unwrap_or_default(),
        documents: body.documents.unwrap_or_default(),
        consent: body.consent.unwrap_or_default(),
    };
    let act = app.change(move |tx, house| referrals::send(tx, house, &asking, member, &form));
    let done = act.await?;
    let answer = ReferralAnswer {
        id: done.event.referral.0,
        member: done.event.member.0,
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(answer)).into_response())
}
