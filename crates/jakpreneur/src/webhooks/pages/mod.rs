//! The pages of webhooks: all of them with the form for another, and one with its last answers.
mod list;
mod one;
mod said;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/webhook", get(list::show).post(list::send))
        .route("/webhook/{id}", get(one::show))
        .route("/webhook/{id}/jeda", post(one::pause))
        .route("/webhook/{id}/lanjut", post(one::resume))
        .route("/webhook/{id}/ulang", post(one::replay))
        .route("/webhook/{id}/kunci", post(one::rotate))
        .route("/webhook/{id}/henti", post(one::end))
}
