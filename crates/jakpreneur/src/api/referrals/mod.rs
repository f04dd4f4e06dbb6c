//! Referrals to banks over the API: sent, read, answered, replied to, withdrawn, taken back, counted.
mod figures;
mod read;
mod send;
mod step;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of referrals.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, send::send))
        .routes(routes!(read::one))
        .routes(routes!(read::document))
        .routes(routes!(step::answer))
        .routes(routes!(step::reply))
        .routes(routes!(step::withdraw))
        .routes(routes!(step::take_back))
        .routes(routes!(step::slik))
        .routes(routes!(step::bind))
        .routes(routes!(figures::banks))
        .routes(routes!(figures::figures))
}
