//! Released reports over the API: frozen, listed, opened, their exact bytes.
mod answer;
mod content;
mod freeze;
mod list;
mod open;
mod outside;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of released reports.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, freeze::freeze))
        .routes(routes!(open::open))
        .routes(routes!(content::content))
        .routes(routes!(outside::outside))
}
