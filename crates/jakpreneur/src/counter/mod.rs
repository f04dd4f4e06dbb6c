//! The counter: registering walk-ins by keyboard, the check beside it, pairs that look alike.
mod check;
mod decided;
mod duplicates;
mod form;
mod register;
mod today;

use crate::App;
use axum::{
    Router,
    response::Redirect,
    routing::{get, post},
};

/// Where walk-ins are registered.
const REGISTER: &str = "/loket-kerja/daftar";
/// Where pairs are decided.
const DUPLICATES: &str = "/loket-kerja/ganda";

/// The pages of the counter.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/loket-kerja", get(|| async { Redirect::to(REGISTER) }))
        .route(REGISTER, get(register::show).post(register::save))
        .route("/loket-kerja/periksa", post(check::answer))
        .route(DUPLICATES, get(duplicates::show).post(duplicates::decide))
        .route("/loket-kerja/ganda/batal", post(decided::undo))
}
