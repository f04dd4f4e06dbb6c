//! `GET /members/{id}/timeline`: every fact with who, when it was recorded, and when it happened.
use crate::{
    App, House,
    api::{
        asking::{Caller, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    people::{self, Changed, Fact, File, What},
    stages::State as ServiceState,
};
use axum::{Json, extract::State};
use rules::{Instant, MemberId, StageKind};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Every fact of a member record, newest first by when it happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct Timeline {
    /// The facts.
    items: Vec<TimelineFact>,
    /// How many there are.
    total: usize,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineFact {
    /// `registered`, `service`, `corrected` or `curation`.
    #[schema(pattern = "^(registered|service|corrected|curation)$")]
    what: &'static str,
    /// The day it happened.
    #[schema(format = Date)]
    occurred_on: String,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Who recorded it: an account's id, or `system`.
    recorded_by: String,
    /// Its place in the journal.
    position: i64,
    /// The service, where it is one.
    service: Option<TimelineService>,
    /// The correction, where it is one.
    correction: Option<TimelineCorrection>,
    /// The step of a product in curation, where it is one.
    curation: Option<TimelineCuration>,
}

/// A step of a product in curation.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineCuration {
    /// The entry.
    entry: Uuid,
    /// Where it was then.
    #[schema(pattern = "^(registered|verified|validated|scheduled|graded|declined)$")]
    state: &'static str,
    /// What the product is called; null once the person's data was erased.
    product: Option<String>,
    /// The grade, where it was graded.
    grade: Option<String>,
}

/// A correction in the timeline, or a move.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineCorrection {
    /// From when the new place holds; null where the old one was a mistake.
    #[schema(format = Date)]
    moved_on: Option<String>,
    /// Why, as the officer typed it; null once the person's data was erased.
    reason: Option<String>,
    /// What is different; empty once the person's data was erased.
    changes: Vec<FieldChange>,
}

/// One field that was corrected.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldChange {
    /// Which: as in `GET /members/{id}`.
    field: &'static str,
    /// What was said before; null where nothing was. A NIK is masked.
    before: Option<String>,
    /// What is said since.
    after: Option<String>,
}

/// A service in the timeline.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineService {
    /// The service.
    id: Uuid,
    /// The stage it is of.
    #[schema(value_type = String)]
    stage: StageKind,
    /// `completed`: the stage is reached. `started`: it is open.
    #[schema(pattern = "^(completed|started)$")]
    state: &'static str,
    /// The agency that gave it.
    agency: String,
    /// Evidence and note as the officer typed them.
    note: Option<String>,
    /// When it was taken back, if it was.
    voided: Option<TakenBack>,
}

/// A service that was taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenBack {
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    at: String,
    /// Who took it back: an account's id, or `system`.
    by: String,
    /// Why, as the officer typed it; empty once the person's data was erased.
    reason: String,
}

/// Read a member's timeline
///
/// Also a way into the file, so it is logged in the same commit.
#[utoipa::path(get, path = "/members/{id}/timeline", tag = "members",
    params(("id" = Uuid, Path, description = "The member record.")),
    responses(Aloud, Read, Found, (status = 200, description = "The facts.", body = Timeline)))]
pub async fn timeline(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
) -> Result<Json<Timeline>, Declined> {
    let file = super::open::opened(&app, officer, member).await?;
    let facts = people::timeline(&app.house, &file);
    let told = |fact| TimelineFact::of(&app.house, &file, fact);
    let items: Vec<TimelineFact> = facts.into_iter().map(told).collect();
    Ok(Json(Timeline { total: items.len(), items }))
}

impl TimelineFact {
    fn of(house: &House, file: &File, fact: Fact) -> Self {
        let mut curation = None;
        let (what, service, correction) = match fact.what {
            What::Registered(_) => ("registered", None, None),
            What::Curated(it) => {
                curation = Some(TimelineCuration {
                    entry: it.entry.0,
                    state: it.step.state.word(),
                    product: Some(it.product).filter(|name| !name.is_empty()),
                    grade: it.grade,
                });
                ("curation", None, None)
            }
            What::Corrected { versions, moved_on, reason } => {
                let (before, after) = (&versions.0, &versions.1);
                let changes = people::changes(house, &file.row, before, after, None);
                let changes = changes.into_iter().map(FieldChange::from).collect();
                let moved_on = moved_on.map(|on| on.to_string());
                ("corrected", None, Some(TimelineCorrection { moved_on, reason, changes }))
            }
            What::Service { id, stage, completed, agency, note, voided } => {
                let state = if completed { ServiceState::Completed } else { ServiceState::Started };
                let service = TimelineService {
                    id: id.0,
                    stage,
                    state: state.word(),
                    agency: agency.to_string(),
                    note,
                    voided: voided.map(TakenBack::from),
                };
                ("service", Some(service), None)
            }
        };
        Self {
            what,
            occurred_on: fact.occurred_on.to_string(),
            recorded_at: fact.recorded_at.rfc3339(),
            recorded_by: fact.recorded_by,
            position: fact.position,
            service,
            correction,
            curation,
        }
    }
}

impl From<Changed> for FieldChange {
    fn from(changed: Changed) -> Self {
        Self { field: changed.field.word(), before: changed.before, after: changed.after }
    }
}

impl From<(Instant, String, String)> for TakenBack {
    fn from((at, by, reason): (Instant, String, String)) -> Self {
        Self { at: at.rfc3339(), by, reason }
    }
}
