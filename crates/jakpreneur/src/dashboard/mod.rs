//! The dashboard: five questions of whoever leads, answered at once within their scope.
mod flow;
mod page;

pub use flow::{Answer, Inversion, Line, answer, ask};
pub use page::Kept;

use crate::App;
use axum::{Router, routing::get};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new().route("/dasbor", get(page::show))
}
