//! The pages of bazaars: for everybody, for the member, and the work of officers.
use crate::App;
use axum::Router;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
}
