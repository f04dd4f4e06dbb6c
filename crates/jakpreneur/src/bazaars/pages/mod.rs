//! The pages of bazaars: for everybody, for the member, and the work of officers.
mod calendar;
mod held;
mod mine;
mod public;
mod saying;
mod work;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/bazar", get(public::list))
        .route("/bazar.ics", get(calendar::give))
        .route("/bazar/{id}", get(public::one))
        .route("/bazar/{id}/undian.csv", get(public::order))
        .route("/saya/bazar", get(mine::show))
        .route("/saya/bazar/{id}", post(mine::ask))
        .route("/saya/bazar/{id}/{application}/mundur", post(mine::give_up))
        .route("/saya/bazar/{id}/{application}/jual", post(mine::tell))
        .route("/bazar-kerja", get(work::show).post(work::announce))
        .route("/bazar-kerja/{id}", get(held::show))
        .route("/bazar-kerja/{id}/undi", post(held::draw))
        .route("/bazar-kerja/{id}/batal", post(held::call_off))
        .route("/bazar-kerja/{id}/daftar", post(held::ask))
        .route("/bazar-kerja/{id}/luar", post(held::ask_for_outsider))
        .route("/bazar-kerja/{id}/hari", post(held::tell))
        .route("/bazar-kerja/{id}/{application}/mundur", post(held::give_up))
}
