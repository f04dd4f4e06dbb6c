//! Closing a month, opening it again, and who may see the books.
use super::home;
use crate::{
    App, Problem, books,
    residents::Resident,
    web::{Mistakes, Page, Posted},
    words::message,
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::growth::Month;

fn month(posted: &Posted) -> Result<Month, Problem> {
    Month::parse_officer(posted.fields.get("month")).map_err(|_| Problem::NotFound)
}

/// Back to the books, or the same page with why not.
async fn answer<T>(
    app: &App,
    posted: &Posted,
    resident: Resident,
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let code = match done {
        Ok(_) => return Ok(Redirect::to("/saya/laporan?tersimpan=1").into_response()),
        Err(Problem::Refused(code)) => code,
        Err(Problem::Invalid(wrong)) => wrong.first().map_or(crate::Code::Reason, |it| it.code),
        Err(other) => return Err(other),
    };
    let mut page = home::page(app, &posted.visit, resident, usize::MAX).await?;
    page.wrong = Mistakes::saying("reason", message(code, posted.visit.lang));
    Ok(Page::wrong(page).into_response())
}

/// Closes a month.
pub(super) async fn close(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    let (month, asking) = (month(&posted)?, posted.asked_by(&app, resident.officer()));
    let done = app.change(move |tx, house| books::close(tx, house, &asking, month)).await;
    answer(&app, &posted, resident, done).await
}

/// Opens it again.
pub(super) async fn reopen(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    let (month, asking) = (month(&posted)?, posted.asked_by(&app, resident.officer()));
    let reason = posted.fields.get("reason").to_owned();
    let done = app.change(move |tx, house| books::reopen(tx, house, &asking, month, &reason)).await;
    answer(&app, &posted, resident, done).await
}

/// Lets officers see the books.
pub(super) async fn consent(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    let asking = posted.asked_by(&app, resident.officer());
    let done = app.change(move |tx, _| books::consent(tx, &asking)).await;
    answer(&app, &posted, resident, done).await
}

/// Lets them no more.
pub(super) async fn revoke(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    let asking = posted.asked_by(&app, resident.officer());
    let done = app.change(move |tx, _| books::revoke(tx, &asking)).await;
    answer(&app, &posted, resident, done).await
}
