//! Choosing the language of the screen.
use crate::{
    App, Problem,
    web::{Posted, local},
    words::Lang,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Redirect, Response},
};

/// A year, in seconds.
const KEPT: u32 = 365 * 24 * 3600;

/// Keeps the language in a cookie and goes back to where the visitor was.
pub(super) async fn choose(State(_): State<App>, posted: Posted) -> Result<Response, Problem> {
    let lang = Lang::of_code(posted.fields.get("lang")).unwrap_or_default();
    let cookie = format!("jp_lang={}; Path=/; Max-Age={KEPT}; SameSite=Lax; HttpOnly", lang.code());
    let back = Redirect::to(local(posted.fields.get("next")));
    Ok(([(header::SET_COOKIE, cookie)], back).into_response())
}
