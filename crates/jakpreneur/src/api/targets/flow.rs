//! `GET /figures/flow`: how long people take from stage to stage, and what was reached out of order.
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    dashboard::{self, Answer},
    reports::Words,
};
use axum::{Json, extract::State};
use rules::Act;

/// Flow figures
///
/// Distinct persons in the caller's scope, in the scheme's order of stages; `by` plays no part. An inversion
/// is no mistake by itself: only registration is compulsory.
#[utoipa::path(get, path = "/figures/flow", tag = "figures", params(Words),
    responses(Aloud, Read, (status = 200, description = "The figures.", body = Answer)))]
pub async fn flow(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(words): Query<Words>,
) -> Result<Json<Answer>, Declined> {
    officer.may(Act::ReadFigures)?;
    let narrowing = words.understand(&app.house).map_err(Problem::Invalid)?;
    let here = app.clone();
    let answer =
        app.blocking(move || dashboard::ask(&here.db, &here.house, &officer, &narrowing)).await?;
    Ok(Json(answer))
}
