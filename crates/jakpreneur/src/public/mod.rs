//! The pages for everybody: front page, help, privacy, accessibility, and the choice of language.
mod landing;
mod language;
mod reading;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(landing::show))
        .route("/bantuan", get(reading::help))
        .route("/privasi", get(reading::privacy))
        .route("/aksesibilitas", get(reading::accessibility))
        .route("/bahasa", post(language::choose))
}
