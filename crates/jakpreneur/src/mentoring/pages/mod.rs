//! The pages of a mentor's day: whom to visit, and the visit.
mod today;
mod visit;

use crate::App;
use axum::{Router, routing::get};

/// The pages about mentoring.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dampingi", get(today::show))
        .route("/dampingi/{id}/kunjungan", get(visit::show).post(visit::record))
}
