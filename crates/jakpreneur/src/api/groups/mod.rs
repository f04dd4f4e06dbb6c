//! Business groups over the API: formed, listed, joined and left.
mod form;
mod join;
mod see;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of groups.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(see::list, form::form))
        .routes(routes!(see::group))
        .routes(routes!(join::join))
        .routes(routes!(join::leave))
}
