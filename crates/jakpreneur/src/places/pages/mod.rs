//! The pages about places in a class: inviting, registering, cancelling, transferring.
mod enrol;
mod enrol_page;
mod file;
mod invite;
mod mine;
mod place;
mod place_page;

pub(crate) use mine::Mine;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about places.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/kelas-kerja/{id}/undang", get(invite::show).post(invite::send))
        .route("/kelas-kerja/{id}/daftarkan", get(enrol::show).post(enrol::ask))
        .route("/kelas-kerja/{id}/berkas", get(file::show).post(file::send))
        .route("/kelas-kerja/{id}/peserta/{member}", get(place::show))
        .route("/kelas-kerja/{id}/peserta/{member}/batal", post(place::cancel))
        .route("/kelas-kerja/{id}/peserta/{member}/pindah", post(place::transfer))
}
