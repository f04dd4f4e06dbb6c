//! The pages of imports: sending a file, how far it is, what comes back.
mod list;
mod outcome;
mod send;
mod sent;

use super::LARGEST;
use crate::App;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// Room for what a form says beside its file.
const BESIDE: usize = 64 * 1024;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/impor", get(list::show).post(send::send))
        .layer(DefaultBodyLimit::max(LARGEST + BESIDE))
        .route("/impor/{id}", get(outcome::show))
        .route("/impor/{id}/simpan", post(outcome::confirm))
        .route("/impor/{id}/ditolak", get(outcome::rejects))
}
