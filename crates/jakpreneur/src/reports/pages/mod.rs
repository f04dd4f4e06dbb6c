//! The page of stage figures: filters, cards, bars, tables, tile map, files to take away.
mod asked;
mod download;
mod filters;
mod groups;
mod links;
mod stages;
mod tiles;
mod view;

pub(crate) use asked::{address, pairs};
pub(crate) use download::{File, attachment, jakarta};
pub(crate) use links::{Links, Number, narrowed};
pub(crate) use stages::{StageLine, lines};
pub(crate) use tiles::{Map, map};

use crate::App;
use axum::{Router, routing::get};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new().route("/angka/tahap", get(view::show))
}
