//! Growth over the API: months told, listed, taken back, and the figures.
mod figures;
mod list;
mod measure;
mod void;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of growth.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, measure::measure))
        .routes(routes!(void::void))
        .routes(routes!(figures::growth))
        .routes(routes!(figures::members))
}
