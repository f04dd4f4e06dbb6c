//! Signing in and out at the screen.
use crate::{
    App, Code, Problem,
    staff::{self, behind_tls, no_cookie},
    web::{Mistakes, Page, Posted, Shell, Visit, local},
    words::{Staff, fill},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use rules::Role;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "staff/pages/sign_in.html")]
pub(super) struct SignInPage {
    shell: Shell,
    w: &'static Staff,
    mistakes: Mistakes,
    name: String,
    next: String,
}

/// Where to go after signing in.
#[derive(Deserialize)]
pub(super) struct Where {
    #[serde(default)]
    next: String,
}

/// Shows the form; whoever is signed in goes on.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(place): Query<Where>,
) -> Response {
    match &visit.signed {
        Some(signed) => Redirect::to(after(signed.officer.role, &place.next)).into_response(),
        None => Page::of(form(&app, &visit, Mistakes::none(), "", &place.next)).into_response(),
    }
}

fn form(app: &App, visit: &Visit, mistakes: Mistakes, name: &str, next: &str) -> SignInPage {
    let w = Staff::of(visit.lang);
    let (name, next) = (name.to_owned(), local(next).to_owned());
    SignInPage { shell: visit.shell(app, w.sign_in), w, mistakes, name, next }
}

/// Where a role's day begins.
fn first_page(role: Role) -> &'static str {
    match role {
        Role::Administrator => "/akun",
        Role::RegistrationOfficer => "/loket-kerja/daftar",
        Role::Mentor => "/orang",
        Role::KecamatanHead
        | Role::CityOffice
        | Role::AgencyAdministrator
        | Role::Executive
        | Role::Auditor => "/angka/tahap",
        Role::Trainer => "/kelas-saya",
        Role::BankOfficer => "/rujukan",
        Role::Curator => "/kurasi",
    }
}

fn after(role: Role, next: &str) -> &str {
    match local(next) {
        "/" => first_page(role),
        next => next,
    }
}

/// Signs in, or shows the form again without saying which of the two was wrong.
pub(super) async fn send(
    State(app): State<App>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Problem> {
    let (fields, visit) = (&posted.fields, &posted.visit);
    let (name, next) = (fields.get("name"), fields.get("next"));
    let again = |mistakes| Page::wrong(form(&app, visit, mistakes, name, next)).into_response();
    for field in ["name", "password"] {
        if fields.get(field).is_empty() {
            return Ok(again(Mistakes::one(field, Code::Empty, visit.lang)));
        }
    }
    match staff::sign_in(&app, name, fields.exact("password")).await {
        Ok(session) => {
            let cookie = session.cookie(behind_tls(&headers));
            let on = Redirect::to(after(session.officer.role, next));
            Ok(([(header::SET_COOKIE, cookie)], on).into_response())
        }
        Err(Problem::Refused(code)) => Ok(again(Mistakes::one("name", code, visit.lang))),
        Err(Problem::TooMany(seconds)) => {
            let shell = visit.shell(&app, "");
            let wait = fill(shell.words.too_many, &[("seconds", &seconds.to_string())]);
            let mut answer = again(Mistakes::saying("name", wait));
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            Ok(answer)
        }
        Err(problem) => Err(problem),
    }
}

/// Signs out.
pub(super) async fn leave(
    State(app): State<App>,
    headers: HeaderMap,
    _posted: Posted,
) -> Result<Response, Problem> {
    staff::sign_out(&app, &headers).await?;
    Ok(([(header::SET_COOKIE, no_cookie())], Redirect::to("/")).into_response())
}
