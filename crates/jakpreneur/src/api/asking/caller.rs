//! Who asks: a token's account, or a page's session that proves the request is its own.
use crate::{
    App, Problem,
    api::problem::Declined,
    staff::{Officer, SignedIn},
};
use axum::{
    extract::FromRequestParts,
    http::{Method, request::Parts},
};
use std::sync::Arc;

/// The officer who asks.
pub struct Caller(pub Arc<Officer>);

impl FromRequestParts<App> for Caller {
    type Rejection = Declined;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Declined> {
        let signed_in = SignedIn::from_request_parts(parts, app).await?;
        if parts.method != Method::GET && parts.method != Method::HEAD {
            let given = parts.headers.get("x-csrf-token").map(|token| token.to_str());
            let given = given.transpose().map_err(|_| Problem::Forged)?;
            signed_in.via.check_csrf(given.unwrap_or_default())?;
        }
        Ok(Self(signed_in.officer))
    }
}
