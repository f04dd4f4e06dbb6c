//! Production tools over the API: handed over, listed, taken back.
mod grant;
mod list;
mod take_back;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of tools.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, grant::grant))
        .routes(routes!(take_back::take_back))
}
