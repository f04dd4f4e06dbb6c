//! The pages of open data: which tables there are, and each with its numbers and how to read them.
mod list;
mod one;

use crate::{App, Problem, open_data::Publication};
use axum::{Router, routing::get};
use std::sync::Arc;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/data-terbuka", get(list::show))
        .route("/data-terbuka/{table}", get(one::show))
}

async fn published(app: &App) -> Result<Arc<Publication>, Problem> {
    let own = app.clone();
    app.blocking(move || crate::open_data::published(&own.db, &own.house)).await
}
