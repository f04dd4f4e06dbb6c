//! Stand-in.
use super::Officer;
use crate::{App, Problem};
use axum::{extract::FromRequestParts, http::request::Parts};
use std::sync::Arc;
/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub officer: Arc<Officer>,
    /// How.
    pub via: Via,
}
/// How.
#[derive(Clone, Debug)]
pub enum Via {
    /// Cookie.
    Session {
        /// Form token.
        csrf: String,
    },
    /// Bearer.
    Token,
}
impl Via {
    /// Checks.
    pub fn check_csrf(&self, _sent: &str) -> Result<(), Problem> {
        Ok(())
    }
}
impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;
    async fn from_request_parts(_: &mut Parts, _: &App) -> Result<Self, Problem> {
        Err(Problem::SignedOut)
    }
}
/// Perhaps.
#[derive(Clone, Debug)]
pub struct MaybeSignedIn(pub Option<SignedIn>);
impl FromRequestParts<App> for MaybeSignedIn {
    type Rejection = Problem;
    async fn from_request_parts(_: &mut Parts, _: &App) -> Result<Self, Problem> {
        Ok(Self(None))
    }
}
