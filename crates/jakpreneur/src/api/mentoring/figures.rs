//! `GET /figures/mentors`: what mentors did in a month.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Read},
    },
    mentoring::{self, MentorMonth},
};
use axum::{Json, extract::State};
use rules::{Act, StageKind, growth::Month};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which month is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MonthAsked {
    /// The month; this one when not given.
    #[param(pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: Option<String>,
}

/// What the mentors within scope did in a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentorFigures {
    /// The month.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: String,
    /// The mentors, by name; of those who left, whoever did something or had somebody.
    items: Vec<MentorFigure>,
}

/// What a mentor did in a month. It stays as it is when members or mentors move on later.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentorFigure {
    /// The mentor's account.
    mentor: Uuid,
    /// Its name.
    name: String,
    /// The code of the area it is narrowed to.
    area: Option<String>,
    /// Persons whom the mentor registered.
    registered: i64,
    /// Persons who were to be registered; null where nobody set a target.
    target: Option<u32>,
    /// Visits that the mentor made.
    visits: i64,
    /// Persons who were met on them, each once.
    met: i64,
    /// Visits that met nobody.
    in_vain: i64,
    /// Months of businesses that the mentor told of the own members.
    measured: i64,
    /// Persons of the mentor who reached a stage for the first time, but for registration.
    moved: Vec<MovedTo>,
    /// Permits of the mentor's members that were asked for.
    permits_requested: i64,
    /// Permits of the mentor's members that were issued.
    permits_issued: i64,
    /// Persons who were the mentor's at the end of the month.
    held: i64,
    /// Persons of them whom nobody met in the month.
    not_reached: usize,
}

/// Persons who reached a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovedTo {
    /// The stage.
    stage: &'static str,
    /// How many.
    persons: i64,
}

/// Count the work of mentors
///
/// Of the mentors within the caller's scope; a mentor sees the own alone.
#[utoipa::path(get, path = "/figures/mentors", tag = "figures", params(MonthAsked),
    responses(Read, (status = 200, description = "The figures.", body = MentorFigures)))]
pub async fn month(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<MonthAsked>,
) -> Result<Json<MentorFigures>, Declined> {
    officer.may(Act::VisitMembers)?;
    let wrong = |_| Problem::Invalid(vec![FieldError::new("month", Code::Month)]);
    let month = match asked.month {
        Some(text) => Month::parse_officer(&text).map_err(wrong)?,
        None => Month::of(app.house.today()),
    };
    let found = app.look(move |tx, _| mentoring::months(tx, &officer, month)).await?;
    let items = found.into_iter().map(MentorFigure::from).collect();
    Ok(Json(MentorFigures { month: month.to_string(), items }))
}

impl From<MentorMonth> for MentorFigure {
    fn from(of: MentorMonth) -> Self {
        let stages = StageKind::ALL.into_iter().filter(|stage| *stage != StageKind::Registration);
        let moved = |stage: StageKind| MovedTo { stage: stage.word(), persons: of.moved_to(stage) };
        Self {
            mentor: of.mentor.id.0,
            area: of.mentor.area.map(|area| area.to_string()),
            registered: of.registered,
            target: of.target,
            visits: of.visits,
            met: of.met,
            in_vain: of.in_vain,
            measured: of.measured,
            moved: stages.map(moved).collect(),
            permits_requested: of.permits_requested,
            permits_issued: of.permits_issued,
            held: of.held,
            not_reached: of.not_reached.len(),
            name: of.mentor.name,
        }
    }
}
