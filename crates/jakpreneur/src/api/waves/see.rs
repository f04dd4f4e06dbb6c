//! `GET /licence-waves` and `GET /licence-waves/{id}`.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    waves::{self, InWave, SeenWave},
};
use axum::{Json, extract::State};
use rules::WaveId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WavesWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of waves, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct WavesPage {
    /// The waves, without who is in them.
    items: Vec<Wave>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many waves reach into the caller's scope over all pages.
    total: i64,
}

/// A wave with how many stand where.
#[derive(Debug, Serialize, ToSchema)]
pub struct Wave {
    /// The wave.
    id: Uuid,
    /// The code of its kind of permit.
    kind: String,
    /// What it is called.
    title: String,
    /// So many permits.
    quota: u32,
    /// The agency that facilitates.
    agency: String,
    /// The area it is for.
    area: String,
    /// The first day of asking.
    #[schema(format = Date)]
    opens_on: String,
    /// The last.
    #[schema(format = Date)]
    closes_on: String,
    /// The day it was closed early.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// How many permits are coming.
    enrolled: u32,
    /// How many people wait.
    waiting: u32,
    /// How many permits were issued.
    issued: u32,
    /// How many were refused.
    refused: u32,
    /// Everybody within the caller's scope, in the order of asking; empty in a list.
    people: Vec<WavePerson>,
}

/// Somebody in a wave.
#[derive(Debug, Serialize, ToSchema)]
pub struct WavePerson {
    /// The member record.
    member: Uuid,
    /// The name; empty once erased.
    name: String,
    /// How they stand.
    #[schema(pattern = "^(enrolled|waiting|left|issued|refused)$")]
    state: &'static str,
    /// The place in the queue, from one.
    queue: Option<u32>,
    /// The permit that is the result.
    licence: Option<Uuid>,
}

/// List waves
#[utoipa::path(get, path = "/licence-waves", tag = "licences", params(WavesWanted),
    responses(Read, (status = 200, description = "A page.", body = WavesPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<WavesWanted>,
) -> Result<Json<WavesPage>, Declined> {
    let wrong = |field| Problem::Invalid(vec![FieldError::new(field, Code::Number)]);
    let limit: i64 = asked.limit.map_or(Ok(50), |raw| raw.parse()).map_err(|_| wrong("limit"))?;
    if !(1..=200).contains(&limit) {
        return Err(wrong("limit").into());
    }
    let position = |raw: String| raw.parse().ok().filter(|at: &i64| *at >= 0);
    let after = asked.after.map(|raw| position(raw).ok_or_else(|| wrong("after"))).transpose()?;
    let look = app.look(move |tx, _| {
        let total = waves::count(tx, &officer)?;
        Ok((total, waves::list(tx, &officer, after, limit + 1)?))
    });
    let (total, mut found) = look.await?;
    let most = usize::try_from(limit).unwrap_or_default();
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|wave| wave.row.position);
    Ok(Json(WavesPage { items: found.into_iter().map(Wave::from).collect(), next, total }))
}

/// Open a wave with who is in it
#[utoipa::path(get, path = "/licence-waves/{id}", tag = "licences",
    params(("id" = Uuid, Path, description = "The wave.")),
    responses(Read, Found, (status = 200, description = "The wave.", body = Wave)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(wave): RecordId<WaveId>,
) -> Result<Json<Wave>, Declined> {
    let look = app.look(move |tx, house| waves::see(tx, house, &officer, wave));
    Ok(Json(look.await?.into()))
}

impl From<SeenWave> for Wave {
    fn from(seen: SeenWave) -> Self {
        let (row, counts) = (seen.row, seen.counts);
        Self {
            id: row.id.0,
            kind: row.kind.to_string(),
            title: row.title,
            quota: row.terms.quota,
            agency: row.agency.to_string(),
            area: row.area.to_string(),
            opens_on: row.terms.opens_on.to_string(),
            closes_on: row.terms.closes_on.to_string(),
            ended_on: row.ended_on.map(|on| on.to_string()),
            enrolled: counts.enrolled,
            waiting: counts.waiting,
            issued: counts.issued,
            refused: counts.refused,
            people: seen.people.into_iter().map(WavePerson::from).collect(),
        }
    }
}

impl From<InWave> for WavePerson {
    fn from(it: InWave) -> Self {
        Self {
            member: it.member.row.id.0,
            name: it.member.name,
            state: it.place.state.word(),
            queue: it.queue,
            licence: it.place.licence.map(|licence| licence.0),
        }
    }
}
