//! `GET` and `POST /mentors/transfers`, `POST …/accept` and `…/refuse`: members handed over.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::Done,
    mentoring::{self, Reply, TransferAnswered},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ActId, MemberId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom a mentor is offered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HandOverBody)]
pub struct TransferBody {
    /// The account of the mentor who is to take them.
    to: Uuid,
    /// The member records, 1 to 1000.
    #[schema(min_items = 1, max_items = 1000)]
    members: Vec<Uuid>,
}

/// Why a mentor does not take them.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalBody {
    /// The reason.
    #[schema(pattern = "^(too_many|too_far|away|not_mine)$")]
    reason: String,
}

/// Nothing is asked beside the offer itself.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptBody {}

/// Offers that wait for the caller's answer, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Transfers {
    /// The offers.
    items: Vec<Transfer>,
}

/// An offer that is open.
#[derive(Debug, Serialize, ToSchema)]
pub struct Transfer {
    /// The offer: the `Idempotency-Key` it was made with, where one was sent.
    id: Uuid,
    /// The day it was made.
    #[schema(format = Date)]
    offered_on: String,
    /// The member records it is about.
    members: Vec<Uuid>,
}

/// What became of an offer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HandOverAnswer)]
pub struct TransferAnswer {
    /// The offer.
    id: Uuid,
    /// What the mentor said.
    #[schema(pattern = "^(accepted|refused)$")]
    answer: &'static str,
    /// Who is the mentor's now; whoever was given to somebody else since the offer is not among them.
    members: Vec<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// List offers
///
/// Those that wait for the caller, who is a mentor.
#[utoipa::path(get, path = "/mentors/transfers", tag = "mentoring",
    responses(Read, (status = 200, description = "The offers.", body = Transfers)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<Transfers>, Declined> {
    officer.may(Act::VisitMembers)?;
    let found = app.look(move |tx, _| mentoring::offers(tx, &officer)).await?;
    let shown = |offer: mentoring::Offer| Transfer {
        id: offer.id.0,
        offered_on: offer.offered_on.to_string(),
        members: offer.members.iter().map(|member| member.0).collect(),
    };
    Ok(Json(Transfers { items: found.into_iter().map(shown).collect() }))
}

/// Offer members to a mentor
///
/// They stay where they are until the mentor accepts. A mentor offers only the own members. All of them, or
/// none.
#[utoipa::path(post, path = "/mentors/transfers", tag = "mentoring", request_body = TransferBody,
    params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = Transfer),
        (status = 200, description = "The same request under the same key was done before.", body = Transfer)))]
pub async fn offer(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<TransferBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let to = UserId(sent.value.to);
    let members: Vec<MemberId> = sent.value.members.into_iter().map(MemberId).collect();
    let done = app.change(move |tx, _| mentoring::offer(tx, &asking, to, &members)).await?;
    let body = Transfer {
        id: done.event.transfer.0,
        offered_on: done.event.offered_on.to_string(),
        members: done.event.members.iter().map(|(member, _)| member.0).collect(),
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

/// Accept an offer
///
/// By the mentor it was made to. From today the members are theirs.
#[utoipa::path(post, path = "/mentors/transfers/{id}/accept", tag = "mentoring",
    request_body = AcceptBody, params(("id" = Uuid, Path, description = "The offer."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = TransferAnswer),
        (status = 409, description = "`offer-answered`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn accept(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(offer): RecordId<ActId>,
    sent: Sent<AcceptBody>,
) -> Result<Json<TransferAnswer>, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let act = app.change(move |tx, _| mentoring::answer(tx, &asking, offer, Reply::Accept));
    Ok(Json(act.await?.into()))
}

/// Refuse an offer
///
/// By the mentor it was made to. The members stay where they are.
#[utoipa::path(post, path = "/mentors/transfers/{id}/refuse", tag = "mentoring",
    request_body = RefusalBody, params(("id" = Uuid, Path, description = "The offer."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = TransferAnswer),
        (status = 409, description = "`offer-answered`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn refuse(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(offer): RecordId<ActId>,
    sent: Sent<RefusalBody>,
) -> Result<Json<TransferAnswer>, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reply = Reply::refuse(&sent.value.reason)?;
    let act = app.change(move |tx, _| mentoring::answer(tx, &asking, offer, reply));
    Ok(Json(act.await?.into()))
}

impl From<Done<TransferAnswered>> for TransferAnswer {
    fn from(done: Done<TransferAnswered>) -> Self {
        Self {
            id: done.event.transfer.0,
            answer: done.event.answer.word(),
            members: done.event.taken.iter().map(|member| member.0).collect(),
            position: done.stamp.position,
        }
    }
}
