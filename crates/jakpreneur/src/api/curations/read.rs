//! Rounds and entries read, the criteria and grades in force, and the public check of a certificate.
use super::body::{
    CriterionAnswer, CurationCertificate, CurationEntry, CurationLine, CurationRound, GradeAnswer,
};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    curations::{self, Wanted},
};
use axum::{
    Json,
    extract::{Path, State},
};
use rules::{
    Act, CurationEntryId, CurationRoundId, Role,
    marketing::curation::{CurationNumber, EntryState},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CurationsWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

pub(super) fn limit(raw: Option<String>) -> Result<usize, Problem> {
    let limit = raw.map_or(Ok(50), |raw| raw.parse());
    let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
    limit.ok_or_else(|| wrong("limit", Code::Number))
}

pub(super) fn after(raw: Option<String>) -> Result<Option<i64>, Problem> {
    let read = |raw: String| raw.parse().ok().filter(|at: &i64| *at >= 0);
    raw.map(|raw| read(raw).ok_or_else(|| wrong("after", Code::Number))).transpose()
}

/// A page of rounds, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationsPage {
    /// The rounds.
    items: Vec<CurationRound>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many rounds reach into the caller's scope over all pages.
    total: i64,
}

/// List rounds of curation
#[utoipa::path(get, path = "/curations", tag = "curations", params(CurationsWanted),
    responses(Read, (status = 200, description = "A page.", body = CurationsPage)))]
pub async fn rounds(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<CurationsWanted>,
) -> Result<Json<CurationsPage>, Declined> {
    let (limit, after) = (limit(asked.limit)?, after(asked.after)?);
    let look = app.look(move |tx, _| curations::rounds(tx, &officer, after, limit));
    let (total, items, next) = look.await?;
    let items = items.into_iter().map(CurationRound::from).collect();
    Ok(Json(CurationsPage { items, next, total }))
}

/// Read a round
#[utoipa::path(get, path = "/curations/{id}", tag = "curations",
    params(("id" = Uuid, Path, description = "The round.")),
    responses(Read, Found, (status = 200, description = "The round.", body = CurationRound)))]
pub async fn round(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(round): RecordId<CurationRoundId>,
) -> Result<Json<CurationRound>, Declined> {
    let look = app.look(move |tx, _| curations::round(tx, &officer, round));
    Ok(Json(look.await?.into()))
}

/// A criterion with what the screen calls it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CriterionTold {
    /// Its code and usual weight.
    #[serde(flatten)]
    criterion: CriterionAnswer,
    /// The name in Indonesian.
    name: String,
    /// The name in English.
    name_en: String,
}

/// What a round is offered with today.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationTerms {
    /// The criteria, in order.
    criteria: Vec<CriterionTold>,
    /// The grades, the best first.
    grades: Vec<GradeAnswer>,
}

/// Read the criteria and grades in force
#[utoipa::path(get, path = "/curation-terms", tag = "curations",
    responses(Read, (status = 200, description = "Those of today.", body = CurationTerms)))]
pub async fn terms(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<CurationTerms>, Declined> {
    officer.may(Act::ReadCurations)?;
    let look = app.look(move |tx, house| Ok(curations::terms_on(tx, house.today())?));
    let terms = look.await?;
    let criterion = |it: curations::Named| CriterionTold {
        criterion: it.criterion.into(),
        name: it.name,
        name_en: it.name_en,
    };
    Ok(Json(CurationTerms {
        criteria: terms.criteria.into_iter().map(criterion).collect(),
        grades: terms.grades.into_iter().map(GradeAnswer::from).collect(),
    }))
}

/// Which entries are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CurationEntriesWanted {
    /// Of this round alone.
    #[param(value_type = Option<uuid::Uuid>)]
    round: Option<String>,
    /// At this state alone.
    state: Option<String>,
    /// `true`: those alone whose next step is the caller's.
    #[param(value_type = Option<bool>)]
    waiting: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of entries, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationEntriesPage {
    /// The entries.
    items: Vec<CurationLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages.
    total: u64,
}

/// List entries
///
/// Those of people within the caller's scope; a curator's are those with a day, without whose they are.
#[utoipa::path(get, path = "/curation-entries", tag = "curations", params(CurationEntriesWanted),
    responses(Read, (status = 200, description = "A page.", body = CurationEntriesPage)))]
pub async fn entries(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<CurationEntriesWanted>,
) -> Result<Json<CurationEntriesPage>, Declined> {
    let named = officer.role != Role::Curator;
    let round = asked.round.map(|raw| raw.parse().map_err(|_| wrong("round", Code::Word)));
    let state = |raw: String| EntryState::of_word(&raw).ok_or_else(|| wrong("state", Code::Word));
    let waiting = match asked.waiting.as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(wrong("waiting", Code::Word).into()),
    };
    let wanted = Wanted {
        round: round.transpose()?,
        state: asked.state.map(state).transpose()?,
        waiting,
        after: after(asked.after)?,
        limit: limit(asked.limit)?,
    };
    let look = app.look(move |tx, house| curations::list(tx, house, &officer, &wanted));
    let (total, items, next) = look.await?;
    let items = items.into_iter().map(|it| CurationLine::of(it, named)).collect();
    Ok(Json(CurationEntriesPage { items, next, total }))
}

/// Read an entry
///
/// An officer's look is logged in the same commit.
#[utoipa::path(get, path = "/curation-entries/{id}", tag = "curations",
    params(("id" = Uuid, Path, description = "The entry.")),
    responses(Aloud, Read, Found, (status = 200, description = "The entry.", body = CurationEntry)))]
pub async fn entry(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(entry): RecordId<CurationEntryId>,
) -> Result<Json<CurationEntry>, Declined> {
    let at = app.house.now();
    let read = app.change(move |tx, house| {
        let log = (at, house.new_id());
        curations::see(tx, house, &officer, entry, log)
    });
    Ok(Json(read.await?.into()))
}

/// Check a curation's certificate
///
/// Open to all: the number is the key, and its last letters cannot be guessed.
#[utoipa::path(get, path = "/curation-certificates/{number}", tag = "curations", security(()),
    params(("number" = String, Path, description = "The number, with dashes between its parts.")),
    responses(Found, (status = 200, description = "As it was issued.", body = CurationCertificate)))]
pub async fn check(
    State(app): State<App>,
    Path(number): Path<String>,
) -> Result<Json<CurationCertificate>, Declined> {
    let number = CurationNumber::parse(&number).map_err(|_| Problem::NotFound)?;
    let found = app.look(move |tx, house| curations::check(tx, house, &number)).await?;
    Ok(Json(found.ok_or(Problem::NotFound)?.into()))
}
