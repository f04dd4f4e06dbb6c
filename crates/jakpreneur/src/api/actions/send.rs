//! Sending kept actions: each has its own key, its own commit and its own answer.
use super::kind::{Action, Kind};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Sent},
        problem::{Declined, Known, Read},
    },
};
use axum::{
    Json,
    body::to_bytes,
    extract::State,
    response::{IntoResponse, Response},
};
use rules::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{
    ToSchema,
    openapi::{
        Ref, RefOr,
        schema::{AnyOfBuilder, Array, ArrayBuilder, ObjectBuilder, Schema, SchemaType},
    },
};
use uuid::Uuid;

/// The most actions in one request.
const MOST: usize = 50;
/// No answer of a route is larger.
const LARGEST_ANSWER: usize = 64 * 1024;

/// What a device kept while it had no connection.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionsBody {
    /// As [`actions_or_not`] says.
    #[schema(required, schema_with = actions_or_not)]
    actions: Option<Vec<Value>>,
}

/// Anything in the list is taken, so that one broken action never holds up what a phone kept beside it.
fn actions_or_not() -> Array {
    let action = Ref::from_schema_name("ActionBody");
    let anything = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    let either = AnyOfBuilder::new().item(action).item(anything);
    let said = "1 to 50 actions, done in this order. What is no action is answered as refused and stops no other.";
    ArrayBuilder::new()
        .items(RefOr::T(Schema::AnyOf(either.build())))
        .description(Some(said))
        .min_items(Some(1))
        .max_items(Some(MOST))
        .build()
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
    id: Option<String>,
    /// The HTTP status that its own route would have answered.
    #[schema(minimum = 200, maximum = 599)]
    status: u16,
    /// The body that its own route would have answered; a problem (RFC 9457) where it was refused.
    #[schema(value_type = Object)]
    body: Value,
}

/// Do what was kept
///
/// One that is refused never stops the others, nor does one that is no action at all. Sent again, what was done
/// answers as it did.
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
    for action in actions {
        answers.push(one(&app, Caller(officer.clone()), action).await?);
    }
    Ok(Json(ActionsAnswer { answers }))
}

fn invalid(code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new("actions", code)])
}

/// One that cannot be read is answered like one that is refused: it must not hold up the others.
async fn one(app: &App, caller: Caller, action: Value) -> Result<ActionAnswer, Declined> {
    let id = action.get("id").and_then(Value::as_str).map(str::to_owned);
    let read = Sent::<ActionBody>::read(action.to_string().into());
    let response = match read.and_then(|read| read.value.understood()) {
        Ok(action) => action.done(app.clone(), caller).await,
        Err(declined) => declined.into_response(),
    };
    answer(id, response).await
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

async fn answer(id: Option<String>, response: Response) -> Result<ActionAnswer, Declined> {
    let status = response.status().as_u16();
    let broken = |error: String| Problem::Broken(format!("an answer cannot be read: {error}"));
    let bytes = to_bytes(response.into_body(), LARGEST_ANSWER).await;
    let bytes = bytes.map_err(|error| broken(error.to_string()))?;
    let body = serde_json::from_slice(&bytes).map_err(|error| broken(error.to_string()))?;
    Ok(ActionAnswer { id, status, body })
}
