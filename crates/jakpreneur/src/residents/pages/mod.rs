//! The pages of a member, and the one at the counter that shows a code.
mod business;
mod card;
mod class;
mod code;
mod home;
mod recorded;
mod sign_in;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/saya", get(home::show))
        .route("/saya/masuk", get(sign_in::show).post(sign_in::send))
        .route("/saya/keluar", post(sign_in::leave))
        .route("/saya/kelas/{id}", get(class::show).post(class::ask))
        .route("/saya/kelas/{id}/lepas", post(class::leave))
        .route("/saya/kartu.pdf", get(card::give))
        .route("/saya/usaha", get(business::show))
        .route("/saya/data", get(recorded::show))
        .route("/saya/data.json", get(recorded::give))
        .route("/warga/{id}/kode-masuk", post(code::give))
}
