//! What is done to an entry from its page.
use super::{entry::EntryPage, id};
use crate::{
    App, Problem,
    curations::{self, GradeForm, ScheduleForm},
    web::{Mistakes, Page, Posted},
    words::message,
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::CurationEntryId;

/// Back to the entry, or the same page with why not.
async fn answered<T>(
    app: &App,
    posted: Posted,
    entry: CurationEntryId,
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let wrong = match done {
        Ok(_) => {
            let next = format!("/kurasi/produk/{entry}?tersimpan=1");
            return Ok(Redirect::to(&next).into_response());
        }
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, lang),
        Err(Problem::Refused(code)) => Mistakes::saying("step", message(code, lang)),
        Err(other) => return Err(other),
    };
    let officer = posted.visit.officer()?;
    let mut page = EntryPage::of(app, &posted.visit, officer, entry).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    page.typed = posted.fields;
    Ok(Page::wrong(page).into_response())
}

/// It is as told.
pub(super) async fn verify(
    State(app): State<App>,
    Path(entry): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (entry, asking) = (id(&entry)?, posted.asking(&app)?);
    let done = app.change(move |tx, _| curations::verify(tx, &asking, entry)).await;
    answered(&app, posted, entry, done).await
}

/// Somebody else agrees.
pub(super) async fn validate(
    State(app): State<App>,
    Path(entry): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (entry, asking) = (id(&entry)?, posted.asking(&app)?);
    let done = app.change(move |tx, _| curations::validate(tx, &asking, entry)).await;
    answered(&app, posted, entry, done).await
}

/// A day and a place.
pub(super) async fn schedule(
    State(app): State<App>,
    Path(entry): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (entry, asking) = (id(&entry)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form =
        ScheduleForm { held_on: text("held_on"), held_at: text("held_at"), place: text("place") };
    let done = app.change(move |tx, _| curations::schedule(tx, &asking, entry, &form)).await;
    answered(&app, posted, entry, done).await
}

/// Scores and advice.
pub(super) async fn grade(
    State(app): State<App>,
    Path(entry): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (entry, asking) = (id(&entry)?, posted.asking(&app)?);
    let fields = posted.fields.clone();
    let act = app.change(move |tx, house| {
        let log = (asking.at, house.new_id());
        let seen = curations::see(tx, house, &asking.officer, entry, log)?;
        let score = |it: &rules::marketing::curation::Criterion| {
            (it.code.clone(), fields.get(&format!("score-{}", it.code)).to_owned())
        };
        let form = GradeForm {
            scores: seen.criteria.iter().map(score).collect(),
            advice: fields.get("advice").to_owned(),
        };
        curations::grade(tx, house, &asking, entry, &form)
    });
    let done = act.await;
    answered(&app, posted, entry, done).await
}

/// Back to its member.
pub(super) async fn decline(
    State(app): State<App>,
    Path(entry): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (entry, asking) = (id(&entry)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| curations::decline(tx, house, &asking, entry, &reason));
    let done = act.await;
    answered(&app, posted, entry, done).await
}
