//! Signing in with a code from the counter, and out.
use crate::{
    App, Problem,
    residents::{self, Resident, session::no_cookie},
    staff::behind_tls,
    web::{Mistakes, Page, Posted, Shell, Visit, local},
    words::{Residents, fill},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "residents/pages/sign_in.html")]
pub(super) struct SignInPage {
    shell: Shell,
    w: &'static Residents,
    wrong: Mistakes,
    who: String,
    next: String,
}

/// Where to go after signing in.
#[derive(Deserialize)]
pub(super) struct Where {
    #[serde(default)]
    next: String,
}

/// A page of the member's own, or the first of them.
fn after(next: &str) -> &str {
    match local(next) {
        next if next.starts_with("/saya/") && !next.starts_with("/saya/masuk") => next,
        _ => "/saya",
    }
}

/// Shows the form; whoever is signed in goes on.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Result<Resident, Problem>,
    Query(place): Query<Where>,
) -> Result<Response, Problem> {
    match resident {
        Ok(_) => Ok(Redirect::to(after(&place.next)).into_response()),
        Err(Problem::SignedOut) => {
            Ok(Page::of(form(&app, &visit, Mistakes::none(), "", &place.next)).into_response())
        }
        Err(other) => Err(other),
    }
}

fn form(app: &App, visit: &Visit, wrong: Mistakes, who: &str, next: &str) -> SignInPage {
    let w = Residents::of(visit.lang);
    let (who, next) = (who.to_owned(), after(next).to_owned());
    SignInPage { shell: visit.shell(app, w.sign_in_title), w, wrong, who, next }
}

/// Signs in, or shows the form again without saying which of the two was wrong.
pub(super) async fn send(
    State(app): State<App>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Problem> {
    let (fields, visit) = (&posted.fields, &posted.visit);
    let (who, next) = (fields.get("who"), fields.get("next"));
    let again = |wrong| Page::wrong(form(&app, visit, wrong, who, next)).into_response();
    for field in ["who", "code"] {
        if fields.get(field).is_empty() {
            return Ok(again(Mistakes::one(field, crate::Code::Empty, visit.lang)));
        }
    }
    match residents::sign_in(&app, who, fields.get("code")).await {
        Ok(Some(begun)) => {
            let cookie = begun.cookie(behind_tls(&headers));
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(after(next))).into_response())
        }
        Ok(None) => {
            let w = Residents::of(visit.lang);
            Ok(again(Mistakes::saying("code", w.code_wrong.to_owned())))
        }
        Err(Problem::TooMany(seconds)) => {
            let shell = visit.shell(&app, "");
            let wait = fill(shell.words.too_many, &[("seconds", &seconds.to_string())]);
            let mut answer = again(Mistakes::saying("code", wait));
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
    residents::sign_out(&app, &headers).await?;
    Ok(([(header::SET_COOKIE, no_cookie())], Redirect::to("/")).into_response())
}
