//! Somebody who opens a page: signed in or not, in which language, where.
use super::Shell;
use crate::{
    App, Problem,
    staff::{MaybeSignedIn, Officer, SignedIn, Via},
    words::Lang,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use std::sync::Arc;

/// A visit to a page.
#[derive(Clone)]
pub struct Visit {
    /// Who is signed in.
    pub signed: Option<SignedIn>,
    /// In which language.
    pub lang: Lang,
    /// The page's path.
    pub path: String,
    /// The page's path with its query.
    pub address: String,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let MaybeSignedIn(signed) = MaybeSignedIn::from_request_parts(parts, app).await?;
        let path = parts.uri.path().to_owned();
        let address = parts.uri.path_and_query().map_or(path.clone(), ToString::to_string);
        Ok(Self { signed, lang: lang(&parts.headers), path, address })
    }
}

impl Visit {
    /// Who is signed in, or the way to the sign-in page.
    pub fn officer(&self) -> Result<Arc<Officer>, Problem> {
        self.signed.as_ref().map(|signed| signed.officer.clone()).ok_or(Problem::SignedOut)
    }

    /// The shell of a page with this title.
    pub fn shell(&self, app: &App, title: impl Into<String>) -> Shell {
        Shell::new(app, self, title.into())
    }

    /// What a form of this visit must carry.
    pub fn csrf(&self) -> String {
        match self.signed.as_ref().map(|signed| &signed.via) {
            Some(Via::Session { csrf }) => csrf.clone(),
            Some(Via::Token) | None => String::new(),
        }
    }

    /// Refuses a form that did not come from a page of ours.
    pub fn check_form(&self, csrf: &str, headers: &HeaderMap) -> Result<(), Problem> {
        match &self.signed {
            Some(signed) => signed.via.check_csrf(csrf),
            None => same_origin(headers),
        }
    }
}

/// Without a session there is no token; the browser's own word must do.
fn same_origin(headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if text("sec-fetch-site").is_some_and(|site| site == "cross-site") {
        return Err(Problem::Forged);
    }
    let origin = text("origin").and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    match (origin, text("host")) {
        (Some(origin), Some(host)) if origin != host => Err(Problem::Forged),
        _ => Ok(()),
    }
}

/// The language of the cookie, Indonesian otherwise.
pub(super) fn lang(headers: &HeaderMap) -> Lang {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookie| cookie.split(';')).filter_map(|pair| pair.split_once('='));
    let chosen = pairs.find(|(name, _)| name.trim() == "jp_lang");
    chosen.and_then(|(_, code)| Lang::of_code(code.trim())).unwrap_or_default()
}
