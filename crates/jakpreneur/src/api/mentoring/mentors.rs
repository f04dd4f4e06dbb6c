//! `GET /mentors`: the mentors within scope.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Declined, Read},
    },
    mentoring,
    staff::Account,
};
use axum::{Json, extract::State};
use rules::Act;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Mentors, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct Mentors {
    /// The mentors.
    items: Vec<Mentor>,
}

/// A mentor.
#[derive(Debug, Serialize, ToSchema)]
pub struct Mentor {
    /// The mentor's account.
    id: Uuid,
    /// Its name.
    name: String,
    /// The code of the agency it is narrowed to.
    agency: Option<String>,
    /// The code of the area it is narrowed to.
    area: Option<String>,
}

/// List mentors
///
/// A mentor sees the own account alone.
#[utoipa::path(get, path = "/mentors", tag = "mentoring",
    responses(Read, (status = 200, description = "The mentors.", body = Mentors)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<Mentors>, Declined> {
    officer.may(Act::VisitMembers)?;
    let found = app.look(move |tx, _| mentoring::mentors(tx, &officer)).await?;
    Ok(Json(Mentors { items: found.into_iter().map(Mentor::from).collect() }))
}

impl From<Account> for Mentor {
    fn from(account: Account) -> Self {
        Self {
            id: account.id.0,
            name: account.name,
            agency: account.agency.map(|agency| agency.to_string()),
            area: account.area.map(|area| area.to_string()),
        }
    }
}
