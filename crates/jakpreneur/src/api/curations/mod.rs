//! Curation over the API: rounds, entries step by step, the e-order list, and what rounds are offered with.
mod body;
mod e_order;
mod entries;
mod read;
mod rounds;
mod steps;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of curation.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::rounds, rounds::announce))
        .routes(routes!(read::round))
        .routes(routes!(rounds::close))
        .routes(routes!(read::terms))
        .routes(routes!(read::entries, entries::register))
        .routes(routes!(read::entry))
        .routes(routes!(steps::verify))
        .routes(routes!(steps::validate))
        .routes(routes!(steps::schedule))
        .routes(routes!(steps::grade))
        .routes(routes!(steps::decline))
        .routes(routes!(read::check))
        .routes(routes!(e_order::list))
}
