//! The page of what a member's business needs.
mod said;
mod show;

pub use said::advised;

use crate::App;
use axum::{Router, routing::get};

/// The pages about needs.
pub fn routes() -> Router<App> {
    Router::new().route("/warga/{id}/kebutuhan", get(show::show).post(show::assess))
}
