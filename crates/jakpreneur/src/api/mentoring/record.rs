//! `POST /visits`: a visit of a mentor to a member.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    mentoring::{self, VisitForm},
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

/// A visit.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitBody {
    /// The member record of who was visited.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// Who was met.
    #[schema(required, value_type = String, pattern = "^(member|family|nobody)$")]
    met: Option<String>,
    /// What was discussed: `permit`, `packaging`, `market`, `money`, `production`, `other`.
    topics: Option<Vec<String>>,
    /// A sentence, at most 500 characters.
    note: Option<String>,
    /// The day: from the member's registration up to today, which it is when not given.
    #[schema(format = Date)]
    visited_on: Option<String>,
    /// When to come again.
    #[schema(pattern = "^(1w|2w|4w|12w)$")]
    again_in: Option<String>,
    /// What is needed next.
    #[schema(pattern = "^(production|marketing|online_marketing|institution|finance|people)$")]
    need: Option<String>,
}

/// A visit that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisitAnswer {
    /// The visit: the `Idempotency-Key`, where one was sent.
    id: Uuid,
    /// Who was visited.
    member: Uuid,
    /// The day.
    #[schema(format = Date)]
    visited_on: String,
    /// The day to come again.
    #[schema(format = Date)]
    next_on: Option<String>,
    /// The mentoring service, where the visit is it.
    service: Option<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Record a visit
///
/// The first visit that meets somebody is the mentoring service; it is taken back as a service.
#[utoipa::path(post, path = "/visits", tag = "mentoring", request_body = VisitBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = VisitAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = VisitAnswer),
        (status = 409, description = "`erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn record(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<VisitBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let member = sent.value.member()?;
    let form = VisitForm::from(sent.value);
    let act = app.change(move |tx, house| mentoring::visit(tx, house, &asking, member, &form));
    let done = act.await?;
    let body = VisitAnswer {
        id: done.event.visit.0,
        member: done.event.member.0,
        visited_on: done.event.visited_on.to_string(),
        next_on: done.event.next_on.map(|on| on.to_string()),
        service: done.event.service.map(|service| service.0),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl VisitBody {
    fn member(&self) -> Result<MemberId, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
        let sent = self.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
        sent.parse().map_err(|_| wrong(Code::Word))
    }
}

impl From<VisitBody> for VisitForm {
    fn from(body: VisitBody) -> Self {
        Self {
            met: body.met.unwrap_or_default(),
            topics: body.topics.unwrap_or_default(),
            note: body.note.unwrap_or_default(),
            visited_on: body.visited_on.unwrap_or_default(),
            again_in: body.again_in.unwrap_or_default(),
            need: body.need.unwrap_or_default(),
        }
    }
}
