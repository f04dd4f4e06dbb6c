//! Classes over the API: announced, found, changed, called off; and the trades they are about.
mod announce;
mod answer;
mod body;
mod call_off;
mod change;
mod list;
mod open;
mod sessions;
mod trades;

pub use answer::PlaceCounts;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of classes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, announce::announce))
        .routes(routes!(open::open, change::change))
        .routes(routes!(call_off::call_off))
        .routes(routes!(sessions::list, sessions::add))
        .routes(routes!(trades::trades))
}
