//! The pages about certificates: the public check, the certificates of a class, and papers to take away.
mod check;
mod class;
mod files;
mod mine;

pub(crate) use mine::Mine;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The pages about certificates and the papers of a class.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cek", get(check::ask))
        .route("/cek/{*code}", get(check::show).post(check::compare))
        .route("/kelas-kerja/{id}/sertifikat", get(class::show).post(class::issue))
        .route("/kelas-kerja/{id}/sertifikat/ganti", post(class::replace))
        .route("/kelas-kerja/{id}/sertifikat/cabut", post(class::revoke))
        .route("/kelas-kerja/{id}/sertifikat.pdf", get(files::class_pdf))
        .route("/kelas-kerja/{id}/sertifikat.zip", get(files::class_zip))
        .route("/kelas-kerja/{id}/daftar-hadir.pdf", get(files::attendance_list))
        .route("/kelas-kerja/{id}/undangan.pdf", get(files::invitations))
        .route("/kelas-kerja/{id}/berita-acara.pdf", get(files::minutes))
        .route("/sertifikat/{file}", get(files::one))
        .route("/warga/{id}/kartu.pdf", get(files::card))
}
