//! `GET /partners/{id}/people`: the people behind a partner's number.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    partners,
    staff::log_read,
};
use axum::{Json, extract::State};
use rules::PartnerId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PartnerPeopleWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// Somebody whom a partner reached.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerPerson {
    /// The record by which they were reached.
    member: Uuid,
    /// The member number.
    number: String,
    /// The name; null once erased.
    name: Option<String>,
    /// The kecamatan that is responsible.
    office: String,
}

/// A page of people, in the order of their records.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerPeople {
    /// The people, each once.
    items: Vec<PartnerPerson>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages: `reached.persons` of the partner.
    total: u64,
}

fn wrong(field: &'static str) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, Code::Number)])
}

/// List whom a partner reached
///
/// Names are read, so the look is logged in the same commit.
#[utoipa::path(get, path = "/partners/{id}/people", tag = "partners",
    params(("id" = Uuid, Path, description = "The partner."), PartnerPeopleWanted),
    responses(Aloud, Read, Found, (status = 200, description = "A page.", body = PartnerPeople)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(partner): RecordId<PartnerId>,
    Query(asked): Query<PartnerPeopleWanted>,
) -> Result<Json<PartnerPeople>, Declined> {
    let limit = asked.limit.map_or(Ok(50), |raw| raw.parse()).ok();
    let limit = limit.filter(|limit| (1..=200).contains(limit)).ok_or_else(|| wrong("limit"))?;
    let position = |raw: String| raw.parse().ok().filter(|at: &i64| *at >= 0);
    let after = asked.after.map(|raw| position(raw).ok_or_else(|| wrong("after"))).transpose()?;
    let at = app.house.now();
    let read = app.change(move |tx, house| {
        let found = partners::people(tx, house, &officer, partner, (after, limit))?;
        let many = i64::try_from(found.1.len()).unwrap_or(i64::MAX);
        log_read(tx, house.new_id(), at, &officer, "partner.people", Some(partner.0), many)?;
        Ok(found)
    });
    let (total, people, next) = read.await?;
    let one = |it: crate::people::Brief| PartnerPerson {
        member: it.row.id.0,
        number: it.row.number,
        name: Some(it.name).filter(|name| !name.is_empty()),
        office: it.row.office.to_string(),
    };
    Ok(Json(PartnerPeople { items: people.into_iter().map(one).collect(), next, total }))
}
