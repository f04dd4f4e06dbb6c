//! `GET /classes/{id}/places`: who stands how to a class.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    places::{self, Participant, Roster},
};
use axum::{Json, extract::State};
use db::Position;
use rules::{ClassId, MemberId, training::PlaceState};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which lines of a roster.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RosterWanted {
    /// Those in this state alone.
    #[param(pattern = "^(invited|waiting|confirmed|cancelled|transferred)$")]
    state: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// A page of a roster, in the order of asking.
#[derive(Debug, Serialize, ToSchema)]
pub struct RosterPage {
    /// The participants of this page.
    items: Vec<ParticipantLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<String>,
    /// How many there are over all pages.
    total: u64,
}

/// Somebody who stands in some way to a class.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipantLine {
    /// The member record.
    member: Uuid,
    /// The member number an officer reads out.
    number: String,
    /// The name as on the KTP; empty once the person's data was erased.
    name: String,
    /// The NIK, masked; empty once the person's data was erased.
    #[schema(example = "3173********0003")]
    nik: String,
    /// The agency that registered.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// Whether the caller may open the file.
    openable: bool,
    /// How they stand to the class.
    #[schema(pattern = "^(invited|waiting|confirmed|cancelled|transferred)$")]
    state: &'static str,
    /// The place in the queue, from one; null for who does not wait.
    queue: Option<u32>,
    /// Whether they were invited.
    invited: bool,
    /// Whether they came without having asked before.
    walk_in: bool,
    /// What an officer said last about it.
    reason: Option<String>,
    /// The class they came over from.
    came_from: Option<Uuid>,
    /// Where they asked last in the journal; where they were invited, if they never asked.
    position: i64,
}

/// List who stands how to a class
///
/// Everybody in it, also of other agencies: the name, and the NIK masked. A file opens by the caller's scope alone.
#[utoipa::path(get, path = "/classes/{id}/places", tag = "classes",
    params(("id" = Uuid, Path, description = "The class."), RosterWanted),
    responses(Aloud, Read, Found, (status = 200, description = "A page of the roster.", body = RosterPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(class): RecordId<ClassId>,
    Query(wanted): Query<RosterWanted>,
) -> Result<Json<RosterPage>, Declined> {
    let wanted = wanted.understand()?;
    let page = app.look(move |tx, house| places::roster(tx, house, &officer, class, &wanted));
    let page = page.await?;
    Ok(Json(RosterPage {
        items: page.items.into_iter().map(ParticipantLine::from).collect(),
        next: page.next.map(|(position, member)| format!("{position}.{member}")),
        total: page.total,
    }))
}

impl RosterWanted {
    fn understand(self) -> Result<Roster, Problem> {
        let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
        let state = self.state.map(|word| PlaceState::of_word(&word).ok_or(Code::Word));
        let after = self.after.map(|text| after(&text).ok_or(Code::Word));
        let limit = self.limit.map_or(Ok(50), |text| {
            text.parse().ok().filter(|limit| (1..=200).contains(limit)).ok_or(Code::Number)
        });
        Ok(Roster {
            state: state.transpose().map_err(|code| wrong("state", code))?,
            after: after.transpose().map_err(|code| wrong("after", code))?,
            limit: limit.map_err(|code| wrong("limit", code))?,
        })
    }
}

fn after(text: &str) -> Option<(Position, MemberId)> {
    let (position, member) = text.split_once('.')?;
    Some((position.parse().ok()?, member.parse().ok()?))
}

impl From<Participant> for ParticipantLine {
    fn from(it: Participant) -> Self {
        Self {
            member: it.member.0,
            number: it.number,
            name: it.name,
            nik: it.nik,
            agency: it.agency.to_string(),
            office: it.office.to_string(),
            openable: it.openable,
            state: it.state.word(),
            queue: it.queue,
            invited: it.invited,
            walk_in: it.walk_in,
            reason: it.reason,
            came_from: it.came_from.map(|class| class.0),
            position: it.position,
        }
    }
}
