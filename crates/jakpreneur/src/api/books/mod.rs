//! The books of a member over the API, for officers whom the member lets see them.
mod entries;
mod statements;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of books.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(entries::list)).routes(routes!(statements::of))
}
