//! Partners over the API: kept, agreed with, their parts, and whom they reached.
mod people;
mod read;
mod write;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of partners.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::keep))
        .routes(routes!(read::one))
        .routes(routes!(people::list))
        .routes(routes!(write::agree))
        .routes(routes!(write::take_part))
        .routes(routes!(write::gone))
}
