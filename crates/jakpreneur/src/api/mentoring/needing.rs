//! `GET /mentors/needed`: who needs a mentor.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Declined, Read},
    },
    mentoring,
};
use axum::{Json, extract::State};
use rules::Act;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who needs a mentor: first whoever had one, then by place.
#[derive(Debug, Serialize, ToSchema)]
pub struct NeedingMentors {
    /// Up to 200 members; the others follow once these have a mentor.
    items: Vec<NeedsMentor>,
}

/// A member whom no mentor looks after now.
#[derive(Debug, Serialize, ToSchema)]
pub struct NeedsMentor {
    /// The member record.
    member: Uuid,
    /// The code of the office that looks after them meanwhile.
    office: String,
    /// Why.
    #[schema(pattern = "^(nobody|term_over|out_of_reach)$")]
    because: &'static str,
    /// The account of the mentor who had them.
    mentor: Option<Uuid>,
}

/// List who needs a mentor
#[utoipa::path(get, path = "/mentors/needed", tag = "mentoring",
    responses(Read, (status = 200, description = "The members.", body = NeedingMentors)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<NeedingMentors>, Declined> {
    officer.may(Act::AssignMentors)?;
    let today = app.house.today();
    let found = app.look(move |tx, _| mentoring::needing(tx, &officer, today)).await?;
    let shown = |one: mentoring::Needing| NeedsMentor {
        member: one.row.id.0,
        office: one.office.to_string(),
        because: one.because.word(),
        mentor: one.because.had().map(|mentor| mentor.0),
    };
    Ok(Json(NeedingMentors { items: found.into_iter().map(shown).collect() }))
}
