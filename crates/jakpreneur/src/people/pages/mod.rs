//! The pages about people: the list, the look-up, the file with its services.
mod address;
mod chips;
mod correct;
mod file;
mod filters;
mod identity;
mod list;
mod look_up;
mod services;
mod stages;
mod timeline;

pub(crate) use identity::{Detail, details};
pub(crate) use stages::{Reached, first, reached};

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about people.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/orang", get(list::show))
        .route("/orang/cari", get(look_up::show).post(look_up::find))
        .route("/warga/{id}", get(file::show))
        .route("/warga/{id}/nik", post(file::show_nik))
        .route("/warga/{id}/ubah", get(correct::show).post(correct::save))
        .route("/warga/{id}/layanan", post(services::record))
        .route("/layanan/{id}/batal", post(services::void))
}
