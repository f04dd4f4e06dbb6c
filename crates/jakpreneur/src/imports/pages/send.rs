//! A file, sent by the form.
use super::list::{self, Form};
use crate::{
    App, Problem,
    imports::{
        Upload,
        api::{Said, take},
    },
    web::{Mistakes, Page, Visit},
};
use axum::{
    extract::{Multipart, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use rules::ActId;
use uuid::Uuid;

/// Takes the file and shows how far it is, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    mut sent: Multipart,
) -> Result<Response, Problem> {
    let mut upload = Upload::begin(&app, visit.officer()?)?;
    let mut said = Said::default();
    // The token comes before the file, so that nothing is kept of a form that is not ours.
    let ours = |said: &Said| visit.check_form(&said.csrf, &headers);
    let taken = take(&mut sent, &mut upload, &mut said, ours).await;
    let form = form(&said);
    match taken.and_then(|()| visit.check_form(&said.csrf, &headers)) {
        Ok(()) => match accept(upload, said).await {
            Ok(import) => Ok(Redirect::to(&format!("/impor/{import}")).into_response()),
            Err(problem) => again(&app, &visit, form, problem).await,
        },
        Err(problem) => {
            upload.abandon().await?;
            again(&app, &visit, form, problem).await
        }
    }
}

fn form(said: &Said) -> Form {
    Form {
        kind: said.kind.clone(),
        dry_run: said.dry_run == "true",
        agency: said.agency.clone(),
        scheme: said.scheme.clone(),
    }
}

async fn accept(mut upload: Upload, said: Said) -> Result<Uuid, Problem> {
    let act_id: Option<ActId> = said.key.parse().ok();
    match said.new_import() {
        Ok(new) => {
            let new = crate::imports::NewImport { act_id, ..new };
            Ok(upload.finish(&new).await?.job.id)
        }
        Err(problem) => {
            upload.abandon().await?;
            Err(problem)
        }
    }
}

async fn again(
    app: &App,
    visit: &Visit,
    form: Form,
    problem: Problem,
) -> Result<Response, Problem> {
    let Problem::Invalid(wrong) = problem else { return Err(problem) };
    let mistakes = Mistakes::of(&wrong, visit.lang);
    Ok(Page::wrong(list::draw(app, visit, None, form, mistakes).await?).into_response())
}
