//! The pages of trainers and officers who hold classes, and of the figures of training.
mod admit;
mod asked;
mod closing;
mod counted;
mod figures;
mod figures_file;
mod mine;
mod paper;
mod photo;
mod scan;
mod session;
mod typed;

pub(crate) use figures::{label as measure_label, named as group_named};

use crate::App;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, RawQuery},
    response::Redirect,
    routing::{get, post},
};

/// The pages of attendance.
pub fn routes() -> Router<App> {
    let photo =
        post(photo::send).layer(DefaultBodyLimit::max(documents::picture::LARGEST + 16 * 1024));
    Router::new()
        .route("/angka/pelatihan", get(figures::show))
        .route("/angka/pelatihan/orang", get(counted::show))
        .route("/kelas-saya", get(mine::show))
        .route("/kelas-saya/{id}/hadir", get(session::show).post(scan::mark))
        .route("/kelas-saya/{id}/hadir/foto", photo)
        .route("/kelas-saya/{id}/hadir/tambah", post(admit::admit))
        .route("/kelas-saya/{id}/kertas", get(paper::show).post(paper::save))
        .route("/kelas-saya/{id}/hasil", get(closing::show).post(closing::close))
        .route("/kelas-saya/{id}/buka-lagi", post(closing::reopen))
        .route("/kelas-kerja/{id}/hadir", get(printed))
}

/// Where the address printed on a list leads.
async fn printed(Path(class): Path<String>, RawQuery(query): RawQuery) -> Redirect {
    let class: String = class.chars().filter(|c| c.is_ascii_hexdigit() || *c == '-').collect();
    let query: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form_urlencoded::parse(query.unwrap_or_default().as_bytes()))
        .finish();
    Redirect::to(&format!("/kelas-saya/{class}/hadir?{query}"))
}
