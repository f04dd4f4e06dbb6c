//! The pages of support: a member's, with the form that records it, and the figures of agencies.
mod evidence;
mod figures;
mod listing;
mod member;
mod shown;

use crate::{App, files};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// Room for the form around a file, in bytes.
const AROUND: usize = 64 * 1024;

/// The pages about support.
pub fn routes() -> Router<App> {
    let largest = DefaultBodyLimit::max(files::LARGEST + AROUND);
    Router::new()
        .route("/dukungan", get(listing::show))
        .route("/angka/dukungan", get(figures::show))
        .route("/warga/{id}/dukungan", get(member::show).post(member::give))
        .route("/dukungan/{id}/batal", post(member::void))
        .route("/warga/{member}/dukungan/{id}/berkas", post(evidence::send).layer(largest))
        .route("/dukungan/{id}/berkas/{file}", get(evidence::give))
}
