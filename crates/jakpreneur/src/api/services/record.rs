//! `POST /members/{id}/services`: a service that a member received.
use crate::{
    App, FieldError,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
        strict,
    },
    journal::Done,
    stages::{self, ServiceForm, ServiceRecorded, State as ServiceState},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId, StageKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A service to be recorded.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceBody {
    /// The stage it is of; `registration` is recorded by registering only.
    #[schema(
        required,
        value_type = String,
        pattern = "^(mentoring|training|licensing|marketing|financial_reporting|capital)$",
        example = "training"
    )]
    stage: Option<String>,
    /// The day it happened: from the member's registration up to today.
    #[schema(required, value_type = String, format = Date, example = "2022-02-01")]
    occurred_on: Option<String>,
    /// The code of the agency that gave it.
    #[schema(required, value_type = String, example = "ppkukm")]
    agency: Option<String>,
    /// The code of the kecamatan where it was given.
    area: Option<String>,
    /// A paper's number or address, at most 1000 characters.
    evidence: Option<String>,
    /// A sentence, at most 1000 characters.
    note: Option<String>,
    /// `completed` (when not given): the stage is reached. `started`: it is open.
    #[schema(pattern = "^(completed|started)$")]
    state: Option<String>,
}

/// A service as recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceAnswer {
    /// The service.
    id: Uuid,
    /// The member record it is of.
    member: Uuid,
    /// The stage it is of.
    #[schema(value_type = String)]
    stage: StageKind,
    /// `completed` or `started`.
    #[schema(pattern = "^(completed|started)$")]
    state: &'static str,
    /// The day it happened.
    #[schema(format = Date)]
    occurred_on: String,
    /// The agency that gave it.
    agency: String,
    /// The kecamatan where it was given.
    area: Option<String>,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Its place in the journal.
    position: i64,
}

/// Record a service
///
/// Stages come in any order and several times, from the day of registration.
#[utoipa::path(post, path = "/members/{id}/services", tag = "services", request_body = ServiceBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = ServiceAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ServiceAnswer)))]
pub async fn record(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<ServiceBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::RecordService)?;
    let wrong = sent.value.not_as_documented();
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ServiceForm::from(sent.value);
    let done = app.change(move |tx, house| {
        let done = stages::record(tx, house, &asking, member, &form, None);
        strict::with_the_rest(done, wrong)
    });
    Ok(answer(&done.await?))
}

fn answer(done: &Done<ServiceRecorded>) -> Response {
    let event = &done.event;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = ServiceAnswer {
        id: event.service.0,
        member: event.member.0,
        stage: event.stage,
        state: event.state.word(),
        occurred_on: event.occurred_on.to_string(),
        agency: event.agency.to_string(),
        area: event.area.map(|area| area.to_string()),
        recorded_at: done.stamp.at.rfc3339(),
        position: done.stamp.position,
    };
    (status, Json(body)).into_response()
}

impl ServiceBody {
    fn not_as_documented(&self) -> Vec<FieldError> {
        let mut wrong = strict::Documented::default();
        wrong.given("stage", self.stage.as_ref());
        wrong.word("stage", self.stage.as_deref(), StageKind::of_word);
        wrong.given("occurred_on", self.occurred_on.as_ref());
        wrong.date("occurred_on", self.occurred_on.as_deref());
        wrong.given("agency", self.agency.as_ref());
        wrong.word("state", self.state.as_deref(), ServiceState::of_word);
        wrong.0
    }
}

impl From<ServiceBody> for ServiceForm {
    fn from(body: ServiceBody) -> Self {
        Self {
            stage: body.stage.unwrap_or_default(),
            occurred_on: body.occurred_on.unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
            area: body.area.unwrap_or_default(),
            evidence: body.evidence.unwrap_or_default(),
            note: body.note.unwrap_or_default(),
            state: body.state.unwrap_or_default(),
        }
    }
}
