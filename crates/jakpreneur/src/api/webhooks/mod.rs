//! Webhooks over the API: who is told of what, how far, and again from where.
mod acts;
mod body;
mod list;
mod rotate;
mod subscribe;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of webhooks.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, subscribe::subscribe))
        .routes(routes!(list::one))
        .routes(routes!(acts::pause))
        .routes(routes!(acts::resume))
        .routes(routes!(acts::replay))
        .routes(routes!(acts::end))
        .routes(routes!(rotate::rotate))
}
