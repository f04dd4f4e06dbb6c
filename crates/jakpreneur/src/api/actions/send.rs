//! Sending kept actions: each has its own key, its own commit and its own answer.
use super::kind::{Action, Kind};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Sent},
        problem::{Declined, Known, Read, Wrong},
    },
};
use axum::{Json, body::to_bytes, extract::State, response::Response};
use rules::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

/// The most actions in one request.
const MOST: usize = 50;
/// No answer of a route is larger.
const LARGEST_ANSWER: usize = 64 * 1024;

/// What a device kept while it had no connection.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionsBody {
    /// 1 to 50 actions, done in this order.
    #[schema(required, value_type = Vec<ActionBody>, min_items = 1, max_items = 50)]
    actions: Option<Vec<Value>>,
}

/// One action.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionBody {
    /// The action's own key, made by the device: the same action under it happens once, here or by its own route.
    #[schema(required, value_type = Uuid)]
    id: Option<Uuid>,
    /// `member.register`, `service.record`, `service.void`, `attendance.mark` or `visit.record`.
    #[schema(
        required,
        value_type = String,
        pattern = "^(member\\.register|service\\.record|service\\.void|attendance\\.mark|visit\\.record)$",
        example = "service.record"
    )]
    kind: Option<String>,
    /// The body that the kind's own route takes; the id that route has in its address is the field `member` of
    /// `service.record`, `service` of `service.void` and `session` of `attendance.mark`.
    #[schema(required, value_type = Object)]
    body: Option<Map<String, Value>>,
    /// When it was done by the device's clock, RFC 3339. The journal keeps it beside the server's clock; what counts
    /// is the day in the body and the server's clock.
    #[schema(format = DateTime)]
    made_at: Option<String>,
}

/// The answers, in the order of the actions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionsAnswer {
    /// One for each action.
    answers: Vec<ActionAnswer>,
}

/// What came of one action.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionAnswer {
    /// The action's key, as it was sent.
    id: Uuid,
    /// The HTTP status that its own route would have answered.
    #[schema(minimum = 200, maximum = 599)]
    status: u16,
    /// The body that its own route would have answered; a problem (RFC 9457) where it was refused.
    #[schema(value_type = Object)]
    body: Value,
}

/// Do what was kept
///
/// One that is refused never stops the others. Sent again, what was done answers as it did. An action that is
/// not as documented here, such as one of an unknown kind, is a fault of the program that sends it: `errors` names
/// it and nothing is done. What its own route finds wrong with its `body` is an answer like any other.
#[utoipa::path(post, path = "/actions", tag = "actions", request_body = ActionsBody,
    responses(Read, Known,
        (status = 200, description = "An answer for each action, done or refused.", body = ActionsAnswer)))]
pub async fn send(
    State(app): State<App>,
    Caller(officer): Caller,
    sent: Sent<ActionsBody>,
) -> Result<Json<ActionsAnswer>, Declined> {
    let actions = sent.value.actions.ok_or_else(|| invalid(Code::Empty))?;
    if actions.is_empty() || actions.len() > MOST {
        return Err(invalid(Code::Number).into());
    }
    let mut answers = Vec::with_capacity(actions.len());
    for action in understood(actions)? {
        let id = action.id;
        answers.push(answer(id, action.done(app.clone(), Caller(officer.clone())).await).await?);
    }
    Ok(Json(ActionsAnswer { answers }))
}

fn invalid(code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new("actions", code)])
}

/// All of them, or what is not as documented with any of them.
fn understood(actions: Vec<Value>) -> Result<Vec<Action>, Declined> {
    let (mut all, mut wrong) = (Vec::with_capacity(actions.len()), Vec::new());
    for (n, action) in actions.into_iter().enumerate() {
        let read = Sent::<ActionBody>::read(action.to_string().into());
        match read.and_then(|read| read.value.understood()) {
            Ok(action) => all.push(action),
            Err(Declined::Fields(fields)) => {
                wrong
                    .extend(fields.into_iter().map(|field| field.within(&format!("actions[{n}]"))));
            }
            Err(Declined::NotJson) => wrong.push(Wrong::kind(&format!("actions[{n}]"))),
            Err(other) => return Err(other),
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(Declined::Fields(wrong)) }
}

impl ActionBody {
    fn understood(self) -> Result<Action, Declined> {
        let mut wrong = Vec::new();
        let mut say = |field, code| wrong.push(FieldError::new(field, code));
        let made_at = self.made_at.as_deref().map(Instant::parse_rfc3339);
        if made_at == Some(None) {
            say("made_at", Code::Date);
        }
        let kind = self.kind.as_deref().map(Kind::of_word);
        match kind {
            None => say("kind", Code::Empty),
            Some(None) => say("kind", Code::Word),
            Some(Some(_)) => {}
        }
        if self.id.is_none() {
            say("id", Code::Empty);
        }
        if self.body.is_none() {
            say("body", Code::Empty);
        }
        match (kind.flatten(), self.id, self.body) {
            (Some(kind), Some(id), Some(body)) if wrong.is_empty() => {
                Ok(Action { kind, id, made_at: made_at.flatten(), body })
            }
            _ => Err(Problem::Invalid(wrong).into()),
        }
    }
}

async fn answer(id: Uuid, response: Response) -> Result<ActionAnswer, Declined> {
    let status = response.status().as_u16();
    let broken = |error: String| Problem::Broken(format!("an answer cannot be read: {error}"));
    let bytes = to_bytes(response.into_body(), LARGEST_ANSWER).await;
    let bytes = bytes.map_err(|error| broken(error.to_string()))?;
    let body = serde_json::from_slice(&bytes).map_err(|error| broken(error.to_string()))?;
    Ok(ActionAnswer { id, status, body })
}
