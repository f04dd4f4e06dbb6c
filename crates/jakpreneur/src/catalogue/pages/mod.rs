//! The public pages of the catalogue.
mod file;
mod list;
mod one;
mod photo;

use crate::{App, Problem, catalogue::Shelf};
use axum::{Router, routing::get};
use std::sync::Arc;

/// The routes of these pages; no sign-in.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/katalog", get(list::show))
        .route("/katalog.csv", get(file::give))
        .route("/katalog/{product}", get(one::show))
        .route("/katalog/{product}/foto/{file}", get(photo::give))
}

async fn shelf(app: &App) -> Result<Arc<Shelf>, Problem> {
    app.look(super::on_shelf).await
}
