//! The page of how a member's business does.
mod months;
mod show;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about growth.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/warga/{id}/perkembangan", get(show::show).post(show::measure))
        .route("/warga/{id}/perkembangan/batal", post(show::void))
}
