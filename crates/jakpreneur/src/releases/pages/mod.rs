//! The pages of released reports: the list, one release with its files, releasing, and the public check.
mod check;
mod files;
mod form;
mod list;
mod one;

pub(super) use one::{persons, said, source};

use crate::{App, Problem, releases::ReleaseNumber};
use axum::{Router, routing::get};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/rilis", get(list::show))
        .route("/rilis/baru", get(form::show).post(form::send))
        .route("/rilis/{number}", get(one::show))
        .route("/cek-rilis", get(check::ask))
        .route("/cek-rilis/{digest}", get(check::show))
}

/// The release an address names; what is no number is not found.
fn number(raw: &str) -> Result<ReleaseNumber, Problem> {
    raw.parse().map_err(|_| Problem::NotFound)
}
