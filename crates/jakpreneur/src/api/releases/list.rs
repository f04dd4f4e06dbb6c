//! `GET /releases`: the released reports within scope, page by page.
use super::answer::ReleaseAnswer;
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    releases,
};
use axum::{Json, extract::State};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<i64>)]
    after: Option<String>,
}

/// A page of released reports, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleasesPage {
    /// The releases of this page.
    items: Vec<ReleaseAnswer>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages.
    total: i64,
}

/// List released reports
///
/// Those of which the caller reaches every record counted.
#[utoipa::path(get, path = "/releases", tag = "releases", params(Wanted),
    responses(Aloud, Read, (status = 200, description = "A page of released reports.", body = ReleasesPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<ReleasesPage>, Declined> {
    officer.may(Act::ReadFigures)?;
    let limit = number("limit", wanted.limit.as_deref(), 1..=200)?.unwrap_or(50);
    let after = number("after", wanted.after.as_deref(), 0..=i64::MAX)?;
    let (mut found, total) = app
        .look(move |tx, _| {
            let found = releases::page(tx, &officer.scope, after, limit + 1)?;
            Ok((found, releases::count(tx, &officer.scope)?))
        })
        .await?;
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > shown;
    found.truncate(shown);
    let next = found.last().filter(|_| more).map(|last| last.position);
    Ok(Json(ReleasesPage { items: found.into_iter().map(Into::into).collect(), next, total }))
}

fn number(
    field: &'static str,
    text: Option<&str>,
    bounds: std::ops::RangeInclusive<i64>,
) -> Result<Option<i64>, Problem> {
    let wrong = || Problem::Invalid(vec![FieldError::new(field, Code::Number)]);
    let read = |text: &str| text.parse().ok().filter(|n| bounds.contains(n)).ok_or_else(wrong);
    text.map(read).transpose()
}
