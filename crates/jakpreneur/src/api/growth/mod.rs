//! Measurements over the API: told, listed, taken back.
mod list;
mod measure;
mod void;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of growth.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list, measure::measure)).routes(routes!(void::void))
}
