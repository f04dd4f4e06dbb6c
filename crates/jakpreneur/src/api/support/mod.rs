//! Support of agencies over the API: given, listed, counted, proved, taken back.
mod body;
mod evidence;
mod figures;
mod give;
mod list;
mod void;

use crate::{App, files::LARGEST};
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of support.
pub fn routes() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(LARGEST + super::licences::AROUND);
    OpenApiRouter::new()
        .routes(routes!(evidence::list, evidence::send))
        .layer(room)
        .routes(routes!(evidence::give))
        .routes(routes!(list::list, give::give))
        .routes(routes!(void::void))
        .routes(routes!(list::kinds))
        .routes(routes!(figures::figures))
}
