//! Members over the API: registered, found, opened.
mod brief;
mod check;
mod correct;
mod list;
mod look_up;
mod open;
mod register;
mod timeline;

pub(super) use brief::MemberLine;
pub(super) use register::register;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of members.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(register::register, list::list))
        .routes(routes!(open::open, correct::correct))
        .routes(routes!(timeline::timeline))
        .routes(routes!(look_up::look_up))
        .routes(routes!(check::check))
}
