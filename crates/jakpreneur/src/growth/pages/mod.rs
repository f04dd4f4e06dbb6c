//! The pages of how businesses do: of one member, and the figures of all.
mod asked;
mod figures;
mod figures_file;
mod listed;
mod months;
mod saying;
mod show;
mod verdict;

pub(crate) use saying::{about as definition, measure as said};

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about growth.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/angka/naik-kelas", get(figures::show))
        .route("/angka/naik-kelas/usaha", get(listed::show))
        .route("/warga/{id}/perkembangan", get(show::show).post(show::measure))
        .route("/warga/{id}/perkembangan/batal", post(show::void))
}
