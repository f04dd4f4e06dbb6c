//! Files that prove a permit: sent, and given out as a download.
use super::{member::id, one::OnePage};
use crate::{
    App, Problem,
    journal::Asking,
    licences,
    web::{Fields, Page, Visit, given_out, made_ready, take_file},
};
use axum::{
    extract::{Multipart, Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ActId, FileId, LicenceId};

/// Keeps a file.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path(licence): Path<String>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    let licence: LicenceId = id(&licence)?;
    visit.officer()?.may(Act::ManageLicences)?;
    let sent = take_file(&mut form, |token| visit.check_form(token, &headers)).await;
    let kept = match sent {
        Ok(bytes) => keep(&app, &visit, licence, bytes).await,
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("/izin/{licence}?berkas=1")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let page = OnePage::of(&app, &visit, licence, Fields::default()).await?;
            Ok(Page::wrong(page.with(&wrong, visit.lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

async fn keep(app: &App, visit: &Visit, to: LicenceId, bytes: Vec<u8>) -> Result<(), Problem> {
    let ready = made_ready(app, bytes).await?;
    let (officer, act_id) = (visit.officer()?, ActId(app.house.new_id()));
    let asking = Asking { officer, at: app.house.now(), act_id, asked: None, made_at: None };
    let act = app.change(move |tx, house| licences::add_evidence(tx, house, &asking, to, &ready));
    act.await.map(drop)
}

/// Gives a file out.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path((licence, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (licence, file): (LicenceId, FileId) = (id(&licence)?, id(&file)?);
    let (officer, at) = (visit.officer()?, app.house.now());
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        licences::take_evidence(tx, house, &officer, log, (licence, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
