//! The pages about groups: the list, and one group with its members.
mod group;
mod list;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about groups.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/kelompok", get(list::show).post(list::form))
        .route("/kelompok/{id}", get(group::show))
        .route("/kelompok/{id}/anggota", post(group::join))
        .route("/kelompok/{id}/keluar", post(group::leave))
}
