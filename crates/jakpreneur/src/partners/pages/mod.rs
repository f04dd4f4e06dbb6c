//! The pages of partners: their list, and one with agreements, parts and numbers.
mod list;
mod one;
mod people;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/mitra", get(list::show).post(list::keep))
        .route("/mitra/{id}", get(one::show))
        .route("/mitra/{id}/orang", get(people::show))
        .route("/mitra/{id}/perjanjian", post(one::agree))
        .route("/mitra/{id}/ikut", post(one::take_part))
        .route("/mitra/{id}/ikut/batal", post(one::gone))
}
