//! The pages of facilitation waves: their list, and one with everybody in it.
mod list;
mod one;
mod posts;
mod standing;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about waves.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/gelombang", get(list::show).post(list::open))
        .route("/gelombang/{id}", get(one::show))
        .route("/gelombang/{id}/peserta", post(posts::ask))
        .route("/gelombang/{id}/keluar", post(posts::leave))
        .route("/gelombang/{id}/tutup", post(posts::close))
}
