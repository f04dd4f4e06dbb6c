//! The page of a member's production tools, and the record to sign.
mod bast;
mod member;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about tools.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/warga/{id}/alat", get(member::show).post(member::grant))
        .route("/alat/{id}/tarik", post(member::take_back))
        .route("/alat/{id}/bast.pdf", get(bast::give))
}
