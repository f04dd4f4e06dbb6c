//! What a device may keep and send later; a new kind is added here alone.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        attendance::{self, SessionId},
        members, mentoring,
        problem::Declined,
        services,
    },
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use rules::Instant;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::str::FromStr;
use uuid::Uuid;

/// The kinds of actions, each done by the route that does it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `POST /members`.
    RegisterMember,
    /// `POST /members/{id}/services`, with the member in the body.
    RecordService,
    /// `POST /services/{id}/void`, with the service in the body.
    VoidService,
    /// `POST /sessions/{id}/attendance`, with the session in the body.
    MarkAttendance,
    /// `POST /visits`.
    RecordVisit,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::RegisterMember,
        Self::RecordService,
        Self::VoidService,
        Self::MarkAttendance,
        Self::RecordVisit,
    ];

    /// The word in requests, the same as in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::RegisterMember => "member.register",
            Self::RecordService => "service.record",
            Self::VoidService => "service.void",
            Self::MarkAttendance => "attendance.mark",
            Self::RecordVisit => "visit.record",
        }
    }

    /// The kind with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An action as a device kept it.
pub struct Action {
    /// What is done.
    pub kind: Kind,
    /// Its own key.
    pub id: Uuid,
    /// When it was done by the device's clock.
    pub made_at: Option<Instant>,
    /// What the kind's route takes, and the id in its address.
    pub body: Map<String, Value>,
}

impl Action {
    /// Does it as its route would; a refusal is an answer like any other.
    pub async fn done(self, app: App, caller: Caller) -> Response {
        let done = self.through_its_route(State(app), caller).await;
        done.unwrap_or_else(IntoResponse::into_response)
    }

    async fn through_its_route(
        self,
        app: State<App>,
        caller: Caller,
    ) -> Result<Response, Declined> {
        let Self { kind, id, made_at, mut body } = self;
        let key = |request: &str| Key::given(id, request, made_at);
        match kind {
            Kind::RegisterMember => {
                members::register(app, caller, key("POST /members"), sent(body)?).await
            }
            Kind::RecordService => {
                let member = taken(&mut body, "member")?;
                let key = key(&format!("POST /members/{member}/services"));
                services::record(app, caller, key, RecordId(member), sent(body)?).await
            }
            Kind::VoidService => {
                let service = taken(&mut body, "service")?;
                let key = key(&format!("POST /services/{service}/void"));
                let done = services::void(app, caller, key, RecordId(service), sent(body)?).await;
                done.map(IntoResponse::into_response)
            }
            Kind::RecordVisit => {
                mentoring::record(app, caller, key("POST /visits"), sent(body)?).await
            }
            Kind::MarkAttendance => {
                let session: SessionId = taken(&mut body, "session")?;
                let key = key(&format!("POST /sessions/{session}/attendance"));
                let done = attendance::mark(app, caller, key, RecordId(session), sent(body)?).await;
                done.map(IntoResponse::into_response)
            }
        }
    }
}

fn sent<T: DeserializeOwned>(body: Map<String, Value>) -> Result<Sent<T>, Declined> {
    Sent::read(Value::Object(body).to_string().into())
}

/// The id that the route has in its address.
fn taken<T: FromStr>(body: &mut Map<String, Value>, field: &'static str) -> Result<T, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let value = body.remove(field).ok_or_else(|| wrong(Code::Empty))?;
    let id = value.as_str().and_then(|id| id.parse().ok());
    id.ok_or_else(|| wrong(Code::Word))
}
