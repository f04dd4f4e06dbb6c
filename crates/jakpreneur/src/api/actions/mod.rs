//! `POST /actions`: what a device kept while it had no connection, done one by one.
mod kind;
mod send;

pub use send::ActionBody;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The route of kept actions.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(send::send))
}
