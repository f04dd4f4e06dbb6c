//! Products over the API: kept, shown, photographed, listed at marketplaces.
mod act;
mod body;
mod list;
mod listing;
mod photo;

use crate::{App, files::LARGEST};
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of products.
pub fn routes() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(LARGEST + super::licences::AROUND);
    OpenApiRouter::new()
        .routes(routes!(photo::send))
        .layer(room)
        .routes(routes!(list::list, act::add))
        .routes(routes!(list::one))
        .routes(routes!(act::change))
        .routes(routes!(act::publish))
        .routes(routes!(act::take_off))
        .routes(routes!(listing::tell))
        .routes(routes!(listing::check))
        .routes(routes!(listing::void))
}
