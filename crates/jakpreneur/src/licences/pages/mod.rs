//! The pages of permits: a member's, one with its history, and the list of those within scope.
mod choices;
mod evidence;
mod halal;
mod listing;
mod member;
mod one;

pub use choices::standing;

use crate::{App, files};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// Room for the form around a file, in bytes.
const AROUND: usize = 64 * 1024;

/// The pages about permits.
pub fn routes() -> Router<App> {
    let largest = DefaultBodyLimit::max(files::LARGEST + AROUND);
    Router::new()
        .route("/izin", get(listing::show))
        .route("/warga/{id}/izin", get(member::show).post(member::record))
        .route("/warga/{id}/izin/halal", post(halal::advise))
        .route("/izin/{id}", get(one::show))
        .route("/izin/{id}/putusan", post(one::decide))
        .route("/izin/{id}/betulkan", post(one::correct))
        .route("/izin/{id}/batal", post(one::void))
        .route("/izin/{id}/berkas", post(evidence::send).layer(largest))
        .route("/izin/{id}/berkas/{file}", get(evidence::give))
}
