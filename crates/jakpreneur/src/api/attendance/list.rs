//! `GET /sessions/{id}/attendance`: who was at a session.
use super::session_id::SessionId;
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    attendance::{self, Listed},
};
use axum::{Json, extract::State};
use rules::training::Mark;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who was at a session: everybody with a place, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionAttendance {
    /// The session: the class and the number.
    id: String,
    /// The class.
    class: Uuid,
    /// The session's number in it.
    number: i16,
    /// The day.
    #[schema(format = Date)]
    held_on: String,
    /// How many were present.
    present: usize,
    /// How many were excused.
    excused: usize,
    /// How many were absent.
    absent: usize,
    /// How many have a place and no mark.
    unmarked: usize,
    /// Everybody with a place.
    items: Vec<AttendanceLine>,
}

/// Somebody with a place, and the mark that holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttendanceLine {
    /// The member record.
    member: Uuid,
    /// The member number an officer reads out.
    number: String,
    /// The name as on the KTP; empty once the person's data was erased.
    name: String,
    /// Whether they came without having asked before.
    walk_in: bool,
    /// Whether they came; null where nobody said.
    #[schema(pattern = "^(present|excused|absent)$")]
    mark: Option<&'static str>,
    /// How the mark came in.
    #[schema(pattern = "^(camera|scanner|photo|list|paper)$")]
    way: Option<&'static str>,
    /// When, by the server's clock.
    #[schema(format = DateTime)]
    at: Option<String>,
}

/// List who was at a session
#[utoipa::path(get, path = "/sessions/{id}/attendance", tag = "classes",
    params(("id" = String, Path, description = "The session: the class's id, a dash, the session's number.",
        example = "018f0000-0000-7000-8000-000000000001-1")),
    responses(Aloud, Read, Found,
        (status = 200, description = "Everybody with a place.", body = SessionAttendance)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<SessionId>,
) -> Result<Json<SessionAttendance>, Declined> {
    let listed =
        app.look(move |tx, house| attendance::listed(tx, house, &officer, id.class, id.number));
    Ok(Json(SessionAttendance::from(listed.await?)))
}

impl From<Listed> for SessionAttendance {
    fn from(it: Listed) -> Self {
        Self {
            id: format!("{}-{}", it.class.id, it.session.number),
            class: it.class.id.0,
            number: it.session.number,
            held_on: it.session.held_on.to_string(),
            present: it.with(Some(Mark::Present)),
            excused: it.with(Some(Mark::Excused)),
            absent: it.with(Some(Mark::Absent)),
            unmarked: it.with(None),
            items: it.lines.into_iter().map(AttendanceLine::from).collect(),
        }
    }
}

impl From<attendance::Line> for AttendanceLine {
    fn from(it: attendance::Line) -> Self {
        Self {
            member: it.who.member.0,
            number: it.who.number,
            name: it.who.name,
            walk_in: it.who.walk_in,
            mark: it.kept.map(|kept| kept.mark.word()),
            way: it.kept.map(|kept| kept.way.word()),
            at: it.kept.map(|kept| kept.at.rfc3339()),
        }
    }
}
