//! The board of data quality: what looks wrong, how much of each figure it touches, and which records.
mod board;
mod csv;
mod finding;
mod look;
pub mod pages;
mod records;
mod rows;

pub use board::{Board, Line, ask, listed};
pub use finding::Finding;
pub use look::Wanted;
pub use records::{LATE_DAYS, Remembered};

use crate::App;
use axum::Router;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    pages::routes()
}
