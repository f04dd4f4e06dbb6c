//! The page of whether a member still takes part.
mod acts;
mod show;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about activity.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/warga/{id}/keaktifan", get(show::show).post(acts::overrule))
        .route("/warga/{id}/keaktifan/domisili", post(acts::check))
        .route("/warga/{id}/keaktifan/akhir", post(acts::end))
        .route("/warga/{id}/keaktifan/lanjut", post(acts::resume))
}
