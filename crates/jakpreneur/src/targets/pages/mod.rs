//! The pages of targets: the list with what became of each, one target, setting and revising.
mod change;
mod curve;
mod form;
mod line;
mod list;
mod one;

pub(crate) use curve::{Curve, curve};
pub(crate) use line::{Row, row};

use crate::{App, Problem};
use axum::{Router, routing::get};
use rules::TargetId;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/target", get(list::show))
        .route("/target/baru", get(form::show).post(form::send))
        .route("/target/{id}", get(one::show))
        .route("/target/{id}/ubah", get(change::show).post(change::send))
}

/// The target an address names; what is no id is not found.
fn id(raw: &str) -> Result<TargetId, Problem> {
    raw.parse().map_err(|_| Problem::NotFound)
}
