//! What is done to a wave from its page: somebody comes in or leaves, and it is closed.
use super::one::OnePage;
use crate::{
    App, Code, FieldError, Problem,
    waves::{self, WaveJoined},
    web::{Page, Posted},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{MemberId, WaveId};

/// The id in an address; what is none is not there.
pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// Asks for one of the wave's permits, by NIK or for somebody found by name.
pub(super) async fn ask(
    State(app): State<App>,
    Path(wave): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (wave, asking): (WaveId, _) = (id(&wave)?, posted.asking(&app)?);
    let (chosen, nik) = (posted.fields.some("member"), posted.fields.get("nik").to_owned());
    let act = app.change(move |tx, house| {
        let member = match chosen {
            Some(chosen) => id(&chosen)?,
            None => waves::of_nik(tx, house, &asking.officer, wave, &nik)?,
        };
        waves::ask(tx, &asking, wave, member)
    });
    let said = |joined: WaveJoined| match joined.queue {
        Some(queue) => format!("antre={queue}"),
        None => "masuk=1".to_owned(),
    };
    let done = act.await.map(|done| said(done.event));
    answer(&app, posted, wave, done, "nik").await
}

/// Takes somebody out of the wave.
pub(super) async fn leave(
    State(app): State<App>,
    Path(wave): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (wave, asking): (WaveId, _) = (id(&wave)?, posted.asking(&app)?);
    let member = posted.fields.get("leaver").parse::<MemberId>();
    let reason = posted.fields.get("reason").to_owned();
    let done = match member {
        Ok(member) => {
            let act = app
                .change(move |tx, house| waves::leave(tx, house, &asking, wave, member, &reason));
            act.await.map(|done| format!("naik={}", done.event.moved_up.len()))
        }
        Err(_) => Err(Problem::Invalid(vec![FieldError::new("leaver", Code::Empty)])),
    };
    answer(&app, posted, wave, done, "leaver").await
}

/// Closes the wave early.
pub(super) async fn close(
    State(app): State<App>,
    Path(wave): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (wave, asking): (WaveId, _) = (id(&wave)?, posted.asking(&app)?);
    app.change(move |tx, _| waves::close(tx, &asking, wave)).await?;
    Ok(Redirect::to(&format!("/gelombang/{wave}?ditutup=1")).into_response())
}

/// Leads back to the wave; a refusal stands at the field that mends it.
async fn answer(
    app: &App,
    posted: Posted,
    wave: WaveId,
    done: Result<String, Problem>,
    field: &'static str,
) -> Result<Response, Problem> {
    let wrong = match done {
        Ok(said) => return Ok(Redirect::to(&format!("/gelombang/{wave}?{said}")).into_response()),
        Err(Problem::Invalid(wrong)) => wrong,
        Err(Problem::Refused(code)) => vec![FieldError::new(field, code)],
        Err(other) => return Err(other),
    };
    let lang = posted.visit.lang;
    let page = OnePage::of(app, &posted.visit, wave, posted.fields).await?;
    Ok(Page::wrong(page.with(&wrong, lang)).into_response())
}
