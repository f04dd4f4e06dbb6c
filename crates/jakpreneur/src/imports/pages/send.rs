//! A file, sent by the form.
use super::{list, sent::Sent};
use crate::{
    App, Problem,
    imports::Upload,
    web::{Mistakes, Page, Visit},
};
use axum::{
    extract::{Multipart, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;

/// Takes the file and shows how far it is, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    let mut sent = Sent::default();
    match accept(&app, &visit, &headers, &mut form, &mut sent).await {
        Ok(import) => Ok(Redirect::to(&format!("/impor/{import}")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            let page = list::draw(&app, &visit, None, sent.form(), mistakes).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn accept(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    form: &mut Multipart,
    sent: &mut Sent,
) -> Result<Uuid, Problem> {
    let mut upload = Upload::begin(app, visit.officer()?)?;
    // The token stands before the file, so that nothing is kept of a form that is not ours.
    let ours = |sent: &Sent| visit.check_form(&sent.csrf, headers);
    let taken = sent.take(form, &mut upload, ours).await;
    match taken.and_then(|()| sent.new_import()) {
        Ok(new) => Ok(upload.finish(&new).await?.job.id),
        Err(problem) => {
            upload.abandon().await?;
            Err(problem)
        }
    }
}
