//! Facilitation waves over the API: opened, asked for, left, closed.
mod ask;
mod open;
mod see;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of waves.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(see::list, open::open))
        .routes(routes!(see::one))
        .routes(routes!(open::close))
        .routes(routes!(ask::ask))
        .routes(routes!(ask::leave))
}
