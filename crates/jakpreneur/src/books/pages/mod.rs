//! The pages of a member's books: theirs from a phone, and what an officer sees with consent.
mod enter;
mod entry;
mod files;
mod home;
mod months;
mod officer;
mod receipt;
mod saying;
mod statements;

use crate::{App, files::LARGEST};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    let photo = post(receipt::send).layer(DefaultBodyLimit::max(LARGEST + 16 * 1024));
    Router::new()
        .route("/saya/laporan", get(home::show))
        .route("/saya/laporan/catatan", get(home::all))
        .route("/saya/laporan/catat/{group}", get(enter::show).post(enter::send))
        .route("/saya/laporan/catatan/{id}", get(entry::show).post(entry::reverse))
        .route("/saya/laporan/catatan/{id}/nota", get(receipt::give).merge(photo))
        .route("/saya/laporan/tutup", post(months::close))
        .route("/saya/laporan/buka", post(months::reopen))
        .route("/saya/laporan/izin", post(months::consent))
        .route("/saya/laporan/izin/cabut", post(months::revoke))
        .route("/saya/laporan/keuangan", get(statements::show).post(statements::keep))
        .route("/saya/laporan/keuangan.pdf", get(files::pdf))
        .route("/saya/laporan/keuangan.xlsx", get(files::xlsx))
        .route("/saya/laporan/jurnal.txt", get(files::journal))
        .route("/warga/{id}/pembukuan", get(officer::show))
}
