//! The form for a new account, sent.
use super::accounts;
use crate::{
    App, Problem,
    staff::{self, AccountForm, Cost},
    web::{Fields, Mistakes, Page, Posted},
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::Act;
use uuid::Uuid;

/// Makes the account, or shows the form again with what is wrong in it.
pub(super) async fn send(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    posted.visit.officer()?.may(Act::ManageUsers)?;
    match make(&app, &posted).await {
        Ok(made) => Ok(Redirect::to(&format!("/akun?baru={made}")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, posted.visit.lang);
            let page = accounts::page(&app, &posted.visit, &posted.fields, mistakes).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn make(app: &App, posted: &Posted) -> Result<Uuid, Problem> {
    let new = form(&posted.fields).understand(&app.house)?;
    let asking = posted.asking(app)?;
    let hashed = new.password.hash_beside(app, Cost::STANDARD).await?;
    let done = app.change(move |tx, house| staff::add(tx, house, &asking, &new, &hashed)).await?;
    Ok(done.event.user.0)
}

fn form(fields: &Fields) -> AccountForm {
    let text = |name: &str| fields.get(name).to_owned();
    AccountForm {
        name: text("name"),
        role: text("role"),
        agency: text("agency"),
        area: text("area"),
        password: fields.exact("password").to_owned(),
    }
}
