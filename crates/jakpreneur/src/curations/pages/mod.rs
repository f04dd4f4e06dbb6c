//! The pages of curation: what waits for whoever opens them, rounds, one entry, a member's own, the e-order list.
mod act;
mod check;
mod e_order;
mod entry;
mod home;
mod mine;
mod paper;
mod round;
mod saying;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/kurasi", get(home::show).post(home::announce))
        .route("/kurasi/{id}", get(round::show))
        .route("/kurasi/{id}/tutup", post(round::close))
        .route("/kurasi/produk/{entry}", get(entry::show))
        .route("/kurasi/produk/{entry}/verifikasi", post(act::verify))
        .route("/kurasi/produk/{entry}/sahkan", post(act::validate))
        .route("/kurasi/produk/{entry}/jadwal", post(act::schedule))
        .route("/kurasi/produk/{entry}/nilai", post(act::grade))
        .route("/kurasi/produk/{entry}/kembalikan", post(act::decline))
        .route("/kurasi/produk/{entry}/sertifikat.pdf", get(paper::give))
        .route("/saya/kurasi", get(mine::own).post(mine::own_enter))
        .route("/saya/kurasi/{entry}", get(entry::own))
        .route("/saya/kurasi/{entry}/sertifikat.pdf", get(paper::give_own))
        .route("/warga/{id}/kurasi", get(mine::show).post(mine::enter))
        .route("/cek-kurasi/{number}", get(check::show))
        .route("/e-order", get(e_order::show))
        .route("/e-order/berkas/{format}", get(e_order::take))
}

/// The id in an address; what is none is not there.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, crate::Problem> {
    text.parse().map_err(|_| crate::Problem::NotFound)
}
