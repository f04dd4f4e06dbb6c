//! `GET /visits?member=…`: the visits to a member.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Found, Read},
    },
    mentoring::{self, VisitRow},
    people,
};
use axum::{Json, extract::State};
use rules::{Act, MemberId, assessment::Group};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whose visits are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The member record.
    #[param(required, value_type = Uuid)]
    member: Option<String>,
}

/// Visits to a member, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Visits {
    /// The visits.
    items: Vec<Visit>,
}

/// A visit, without its sentence.
#[derive(Debug, Serialize, ToSchema)]
pub struct Visit {
    /// The visit.
    id: Uuid,
    /// The day.
    #[schema(format = Date)]
    visited_on: String,
    /// Who was met.
    #[schema(pattern = "^(member|family|nobody)$")]
    met: &'static str,
    /// What was discussed.
    topics: Vec<String>,
    /// The day to come again.
    #[schema(format = Date)]
    next_on: Option<String>,
    /// What is needed next.
    need: Option<&'static str>,
    /// How many photos it has.
    photos: usize,
    /// The mentoring service, where the visit was it.
    service: Option<Uuid>,
    /// Its place in the journal.
    position: i64,
}

/// List the visits to a member
#[utoipa::path(get, path = "/visits", tag = "mentoring", params(Asked),
    responses(Read, Found, (status = 200, description = "The visits.", body = Visits)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<Asked>,
) -> Result<Json<Visits>, Declined> {
    officer.may(Act::VisitMembers)?;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = asked.member.ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let read = app.look(move |tx, _| {
        people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
        Ok((mentoring::visits_of(tx, member)?, mentoring::photos_of(tx, member)?))
    });
    let (visits, photos) = read.await?;
    let shown = |row: VisitRow| {
        let of = photos.iter().filter(|photo| photo.visit == row.id).count();
        Visit { photos: of, ..Visit::from(row) }
    };
    Ok(Json(Visits { items: visits.into_iter().map(shown).collect() }))
}

impl From<VisitRow> for Visit {
    fn from(row: VisitRow) -> Self {
        let topics = row.topics.split(',').filter(|word| !word.is_empty());
        Self {
            id: row.id.0,
            visited_on: row.visited_on.to_string(),
            met: row.met.word(),
            topics: topics.map(str::to_owned).collect(),
            next_on: row.next_on.map(|on| on.to_string()),
            need: row.need.map(Group::word),
            photos: 0,
            service: row.service.map(|service| service.0),
            position: row.position,
        }
    }
}
