//! `POST /classes/{id}/places`: asking for a place.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::Done,
    places::{self, PlaceAsked, Wish},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{ClassId, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who asks for a place: `member` or `nik`, one of the two.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceBody {
    /// The member record.
    member: Option<Uuid>,
    /// A NIK, all 16 digits; the record of the class's agency is meant, else the earliest.
    #[schema(example = "3173055506900003")]
    nik: Option<String>,
    /// Why the class is for them all the same, where it is not offered to them; at most 1000 characters.
    reason: Option<String>,
    /// Whether they stand at the door of a session of today: a place if there is room, and no waiting.
    walk_in: Option<bool>,
}

/// What somebody who asked got.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceAnswer {
    /// The class.
    class: Uuid,
    /// The member record.
    member: Uuid,
    /// `confirmed`: a place. `waiting`: the class is full.
    #[schema(pattern = "^(confirmed|waiting)$")]
    state: &'static str,
    /// The place in the queue, from one, as it was then; null with a place.
    queue: Option<u32>,
    /// Whether they came without having asked before.
    walk_in: bool,
    /// When they asked, by the server's clock.
    #[schema(format = DateTime)]
    asked_at: String,
    /// Where they asked in the journal: the order of the queue.
    position: i64,
}

/// Ask for a place
///
/// Waiting is an answer like a place; who waits moves up by itself, in the order of asking.
#[utoipa::path(post, path = "/classes/{id}/places", tag = "classes", request_body = PlaceBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "A place, or waiting.", body = PlaceAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = PlaceAnswer),
        (status = 409, description = "`already-in-class`: the person is in it or waits, under whatever record. \
            `registration-closed`: the last day is over; walk in. `established-in-basic-class`: offer a class of \
            the agency, or say why in `reason`. `class-over`: finished or called off. With `walk_in`: \
            `class-full`, `no-session-today`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn ask(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<PlaceBody>,
) -> Result<Response, Declined> {
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let done = app.change(move |tx, house| {
        let wish = Wish {
            reason: body.reason.unwrap_or_default(),
            walk_in: body.walk_in.unwrap_or_default(),
        };
        places::may_ask(&asking.officer, &wish)?;
        let member = match (body.member, body.nik) {
            (Some(member), None) => MemberId(member),
            (None, Some(nik)) => places::of_nik(tx, house, &asking.officer, class, &nik)?,
            (None, None) => return Err(invalid("member", Code::Empty)),
            (Some(_), Some(_)) => return Err(invalid("nik", Code::Word)),
        };
        places::ask(tx, house, &asking, class, member, &wish)
    });
    let done = done.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(PlaceAnswer::from(&done))).into_response())
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl PlaceAnswer {
    /// Whether the answer was this.
    pub fn is(&self, state: &str) -> bool {
        self.state == state
    }
}

impl From<&Done<PlaceAsked>> for PlaceAnswer {
    fn from(done: &Done<PlaceAsked>) -> Self {
        let event = &done.event;
        Self {
            class: event.class.0,
            member: event.member.0,
            state: event.state.word(),
            queue: event.queue,
            walk_in: event.walk_in,
            asked_at: done.stamp.at.rfc3339(),
            position: done.stamp.position,
        }
    }
}
