//! The pages of released reports: the list, one release with its files, releasing, and the public check.
mod check;
mod files;
mod form;
mod list;
mod one;
mod outside;

pub(super) use one::{persons, said, source};
pub(super) use outside::said as beside;

use crate::{App, Problem, releases::ReleaseNumber};
use axum::{Router, routing::get};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/rilis", get(list::show))
        .route("/rilis/baru", get(form::show).post(form::send))
        .route("/rilis/{number}", get(one::show))
        .route("/rilis/{number}/luar", get(outside::show).post(outside::send))
        .route("/cek-rilis", get(check::ask))
        .route("/cek-rilis/{digest}", get(check::show))
}

/// The release an address names; what is no number is not found.
fn number(raw: &str) -> Result<ReleaseNumber, Problem> {
    raw.parse().map_err(|_| Problem::NotFound)
}
