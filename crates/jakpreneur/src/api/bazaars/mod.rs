//! Bazaars over the API: announced, asked for, drawn, told of, counted.
mod acts;
mod body;
mod read;
mod sales;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of bazaars.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, acts::announce))
        .routes(routes!(read::one))
        .routes(routes!(read::stands, acts::ask))
        .routes(routes!(acts::draw))
        .routes(routes!(acts::call_off))
        .routes(routes!(acts::give_up))
        .routes(routes!(sales::totals, sales::tell))
}
