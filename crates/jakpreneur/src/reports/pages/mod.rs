//! The page of stage figures: filters, cards, bars, tables, tile map, files to take away.
mod asked;
mod download;
mod filters;
mod groups;
mod links;
mod stages;
mod tiles;
mod view;

use crate::App;
use axum::{Router, routing::get};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new().route("/angka/tahap", get(view::show))
}
