//! Attendance over the API: who was at a session, closing a class, and the numbers of training.
mod figures;
mod finish;
mod list;
mod mark;
mod reopen;
mod session_id;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of attendance.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, mark::mark))
        .routes(routes!(finish::outlook, finish::finish))
        .routes(routes!(reopen::reopen))
        .routes(routes!(figures::training))
}
