//! Who sends a request: the token or the session it shows.
use super::{
    Officer, recognise,
    secret::{self, Secret},
    session::COOKIE,
};
use crate::{App, Problem};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use std::sync::Arc;

/// Somebody who is signed in; a request without is refused as [`Problem::SignedOut`].
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who asks.
    pub officer: Arc<Officer>,
    /// What they showed.
    pub via: Via,
}

/// Somebody who may be signed in: for pages that are open to all.
#[derive(Clone, Debug)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

/// What somebody showed to be known.
#[derive(Clone, Debug)]
pub enum Via {
    /// A browser's cookie, which the browser also sends when another site asks it to.
    Session {
        /// What our own pages' forms carry.
        csrf: String,
    },
    /// A token, which no browser sends by itself.
    Token,
}

impl Via {
    /// Refuses a form or a call that does not come from our own pages. Tokens need none.
    pub fn check_csrf(&self, sent: &str) -> Result<(), Problem> {
        match self {
            Self::Session { csrf } if !secret::same(csrf, sent) => Err(Problem::Forged),
            Self::Session { .. } | Self::Token => Ok(()),
        }
    }

    /// What a form of ours has to carry; empty for a token.
    pub fn csrf(&self) -> &str {
        match self {
            Self::Session { csrf } => csrf,
            Self::Token => "",
        }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let MaybeSignedIn(somebody) = MaybeSignedIn::from_request_parts(parts, app).await?;
        somebody.ok_or(Problem::SignedOut)
    }
}

impl FromRequestParts<App> for MaybeSignedIn {
    type Rejection = Problem;

    /// A token wins over a cookie. A token that is no good is refused, for its sender meant to be known;
    /// a cookie that is over is nobody's.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(token) = bearer(&parts.headers) {
            let officer = recognise::token(app, token).await?.ok_or(Problem::SignedOut)?;
            return Ok(Self(Some(SignedIn { officer, via: Via::Token })));
        }
        let Some(secret) = session_secret(&parts.headers) else { return Ok(Self(None)) };
        let officer = recognise::session(app, &secret).await?;
        let via = Via::Session { csrf: secret.form_word() };
        Ok(Self(officer.map(|officer| SignedIn { officer, via })))
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The secret in the session's cookie, if the request carries one.
pub(super) fn session_secret(headers: &HeaderMap) -> Option<Secret> {
    let values =
        headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut cookies = values.flat_map(|value| value.split(';')).filter_map(|c| c.split_once('='));
    let (_, text) = cookies.find(|(name, _)| name.trim() == COOKIE)?;
    Secret::parse(text.trim())
}

/// Whether the browser reached us over TLS, as the server in front of us says.
pub fn behind_tls(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https")
}
