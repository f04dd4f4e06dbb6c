//! `GET /mentors/{id}/caseload`: whom a mentor has today.
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    mentoring::{self, Mentored},
};
use axum::{Json, extract::State};
use rules::{Act, Date, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A mentor's caseload: who is due first, then by place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Caseload {
    /// The members.
    items: Vec<InCaseload>,
    /// How many there are.
    total: usize,
    /// How many of them are due today.
    due: usize,
}

/// A member of a caseload.
#[derive(Debug, Serialize, ToSchema)]
pub struct InCaseload {
    /// The member record.
    member: Uuid,
    /// The code of the area where the member lives.
    area: String,
    /// Since when they are the mentor's.
    #[schema(format = Date)]
    from_on: String,
    /// The day of the last visit.
    #[schema(format = Date)]
    visited_on: Option<String>,
    /// The day the mentor meant to come again.
    #[schema(format = Date)]
    next_on: Option<String>,
    /// Whether a visit is due today.
    due: bool,
}

/// List a caseload
#[utoipa::path(get, path = "/mentors/{id}/caseload", tag = "mentoring",
    params(("id" = Uuid, Path, description = "The mentor's account.")),
    responses(Read, Found, (status = 200, description = "The caseload.", body = Caseload)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(mentor): RecordId<UserId>,
) -> Result<Json<Caseload>, Declined> {
    officer.may(Act::VisitMembers)?;
    let today = app.house.today();
    let found = app.look(move |tx, _| mentoring::caseload(tx, &officer, mentor, today)).await?;
    let due = found.iter().filter(|one| one.is_due(today)).count();
    let items: Vec<InCaseload> = found.iter().map(|one| shown(one, today)).collect();
    Ok(Json(Caseload { total: items.len(), due, items }))
}

fn shown(one: &Mentored, today: Date) -> InCaseload {
    InCaseload {
        member: one.member.0,
        area: one.area.to_string(),
        from_on: one.from_on.to_string(),
        visited_on: one.visited_on.map(|on| on.to_string()),
        next_on: one.next_on.map(|on| on.to_string()),
        due: one.is_due(today),
    }
}
