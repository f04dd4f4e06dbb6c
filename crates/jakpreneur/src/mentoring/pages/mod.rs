//! The pages of a mentor's day: whom to visit, and the visit.
mod lead;
mod month;
mod needing;
mod offers;
mod photo;
mod sent;
mod terms;
mod today;
mod visit;

use crate::{App, files::PictureLimits};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// The pages about mentoring.
pub fn routes() -> Router<App> {
    let largest = DefaultBodyLimit::max(PictureLimits::USUAL.bytes + sent::AROUND);
    Router::new()
        .route("/dampingi", get(today::show))
        .route("/dampingi/bagi", get(lead::show).post(lead::share))
        .route("/dampingi/serahkan", post(lead::offer))
        .route("/dampingi/lapbul", get(month::show).post(month::set))
        .route("/dampingi/lapbul.pdf", get(month::pdf))
        .route("/dampingi/perlu", get(needing::show))
        .route("/dampingi/masa/{id}", get(terms::show).post(terms::appoint))
        .route("/dampingi/masa/{id}/{term}/akhir", post(terms::end))
        .route("/dampingi/serahan", get(offers::show))
        .route("/dampingi/serahan/{id}", post(offers::answer))
        .route("/dampingi/{id}/kunjungan", get(visit::show).post(visit::record).layer(largest))
        .route("/dampingi/{id}/foto/{file}", get(photo::give))
}
