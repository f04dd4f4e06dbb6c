//! Needs over the API: the questions, an assessment, and what was assessed.
mod assess;
mod list;
mod questions;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of assessments.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, assess::assess))
        .routes(routes!(questions::questions))
}
