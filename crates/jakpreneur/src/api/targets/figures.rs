//! `GET /figures/targets`: targets beside what became of them, as at any day, as known at any position.
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    targets::{self, Answer, Asked},
};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use rules::Act;

/// Target figures
///
/// Persons, each counted by the target's rule, to the day asked or the end of the period. `attainment` is
/// `actual` in percent of `target`, two decimals, half up. `estimate` is an estimate, and absent where none
/// is honest. Targets inside another need not sum to it.
#[utoipa::path(get, path = "/figures/targets", tag = "figures", params(Asked),
    responses(Aloud, Read, (status = 200, description = "The figures.", body = Answer)))]
pub async fn targets(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<Asked>,
) -> Result<Response, Declined> {
    officer.may(Act::ReadFigures)?;
    let selection = asked.understand(&app.house).map_err(Problem::Invalid)?;
    let here = app.clone();
    let answer =
        app.blocking(move || targets::ask(&here.db, &here.house, &officer, &selection)).await?;
    Ok(Json(&*answer).into_response())
}
