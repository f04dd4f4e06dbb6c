//! Where the public reaches this server, for codes on paper.
use crate::{App, staff::behind_tls};
use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use std::convert::Infallible;

/// `https://…` without a slash at the end: as the operator said, else as the request came.
pub struct PublicAddress(pub String);

impl FromRequestParts<App> for PublicAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let said = app.house.public_url.get();
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let scheme = if behind_tls(&parts.headers) { "https" } else { "http" };
        let asked = || format!("{scheme}://{}", host.unwrap_or("localhost"));
        Ok(Self(said.cloned().unwrap_or_else(asked)))
    }
}
