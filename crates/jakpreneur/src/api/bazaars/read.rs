//! Bazaars read, and who has a stand.
use super::body::{Bazaar, BazaarStand};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    bazaars::{self, Wanted},
};
use axum::{Json, extract::State};
use rules::{Act, BazaarId, Date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which bazaars are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BazaarsWanted {
    /// In this area alone: a region code.
    area: Option<String>,
    /// Still going on that day, or later.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Which page of the stands.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StandsWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of bazaars, the earliest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct BazaarsPage {
    /// The bazaars.
    items: Vec<Bazaar>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<String>,
    /// How many there are over all pages.
    total: u64,
}

/// A page of applications.
#[derive(Debug, Serialize, ToSchema)]
pub struct BazaarStandsPage {
    /// The applications: in the order of the draw, before it in the order of asking.
    items: Vec<BazaarStand>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<usize>,
    /// How many there are over all pages.
    total: usize,
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

fn limit(raw: Option<String>) -> Result<usize, Problem> {
    let limit = raw.map_or(Ok(50), |raw| raw.parse());
    let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
    limit.ok_or_else(|| wrong("limit", Code::Number))
}

/// `2022-06-22.0190b0f2-…`: the day and the bazaar that the page before ended with.
fn after(raw: &str) -> Option<(Date, BazaarId)> {
    let (day, id) = raw.split_once('.')?;
    Some((day.parse().ok()?, id.parse().ok()?))
}

impl BazaarsWanted {
    fn wanted(self) -> Result<Wanted, Problem> {
        let area = self.area.map(|raw| raw.parse().map_err(|_| wrong("area", Code::Region)));
        let from = self.from.map(|raw| raw.parse().map_err(|_| wrong("from", Code::Date)));
        let after = self.after.map(|raw| after(&raw).ok_or_else(|| wrong("after", Code::Word)));
        Ok(Wanted {
            area: area.transpose()?,
            from: from.transpose()?,
            after: after.transpose()?,
            limit: limit(self.limit)?,
        })
    }
}

/// List bazaars
#[utoipa::path(get, path = "/bazaars", tag = "bazaars", params(BazaarsWanted),
    responses(Read, (status = 200, description = "A page.", body = BazaarsPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<BazaarsWanted>,
) -> Result<Json<BazaarsPage>, Declined> {
    officer.may(Act::ManageSellers)?;
    let wanted = asked.wanted()?;
    let listed = app.look(move |tx, _| bazaars::list(tx, &officer, &wanted)).await?;
    let next = listed.next.map(|(day, id)| format!("{day}.{id}"));
    let items = listed.items.into_iter().map(Bazaar::from).collect();
    Ok(Json(BazaarsPage { items, next, total: listed.total }))
}

/// Read a bazaar
#[utoipa::path(get, path = "/bazaars/{id}", tag = "bazaars",
    params(("id" = Uuid, Path, description = "The bazaar.")),
    responses(Read, Found, (status = 200, description = "The bazaar.", body = Bazaar)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<BazaarId>,
) -> Result<Json<Bazaar>, Declined> {
    officer.may(Act::ManageSellers)?;
    let row = app.look(move |tx, _| Ok(bazaars::bazaar(tx, id)?)).await?;
    Ok(Json(row.ok_or(Problem::NotFound)?.into()))
}

/// List who has a stand and who waits
///
/// By numbers that tell nobody who asked; with the seed anybody computes the same order.
#[utoipa::path(get, path = "/bazaars/{id}/stands", tag = "bazaars",
    params(("id" = Uuid, Path, description = "The bazaar."), StandsWanted),
    responses(Read, Found, (status = 200, description = "A page.", body = BazaarStandsPage)))]
pub async fn stands(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<BazaarId>,
    Query(asked): Query<StandsWanted>,
) -> Result<Json<BazaarStandsPage>, Declined> {
    officer.may(Act::ManageSellers)?;
    let limit = limit(asked.limit)?;
    let after = asked.after.map_or(Ok(0), |raw| raw.parse());
    let after: usize = after.map_err(|_| wrong("after", Code::Number))?;
    let all = app.look(move |tx, _| {
        let row = bazaars::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
        bazaars::public(tx, &row)
    });
    let all = all.await?;
    let total = all.len();
    let items = all.into_iter().skip(after).take(limit).map(BazaarStand::from).collect();
    let next = after.checked_add(limit).filter(|next| *next < total);
    Ok(Json(BazaarStandsPage { items, next, total }))
}
