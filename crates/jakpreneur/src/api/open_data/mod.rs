//! Open data over the API, for anybody: which tables there are, and each as JSON or CSV.
mod catalogue;
mod one;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of open data.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(catalogue::catalogue)).routes(routes!(one::table))
}
