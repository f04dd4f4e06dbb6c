//! `GET /mentors`: the mentors within scope.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Declined, Read},
    },
    mentoring::{self, Terms},
    staff::Account,
};
use axum::{Json, extract::State};
use rules::{Act, Date};
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
    /// Whether members may be given to it today: a term runs, or none was ever told.
    may_take: bool,
    /// The last day of the term that runs, else of the newest before it, else of the first to come.
    #[schema(format = Date)]
    term_until: Option<String>,
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
    let today = app.house.today();
    let look = app.look(move |tx, _| Ok((mentoring::mentors(tx, &officer)?, Terms::read(tx)?)));
    let (found, terms) = look.await?;
    let items = found.into_iter().map(|account| Mentor::of(account, &terms, today)).collect();
    Ok(Json(Mentors { items }))
}

impl Mentor {
    fn of(account: Account, terms: &Terms, today: Date) -> Self {
        let until = terms.current(account.id, today).map(|row| row.term.last_on().to_string());
        Self {
            may_take: terms.run(account.id, today),
            term_until: until,
            id: account.id.0,
            name: account.name,
            agency: account.agency.map(|agency| agency.to_string()),
            area: account.area.map(|area| area.to_string()),
        }
    }
}
