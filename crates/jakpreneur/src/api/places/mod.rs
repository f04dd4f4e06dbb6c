//! Places over the API: who asks, who waits, who leaves, who is invited.
mod all;
mod ask;
mod cancel;
mod file;
mod invite;
mod roster;
mod transfer;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of places.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(roster::list, ask::ask))
        .routes(routes!(all::all))
        .routes(routes!(file::send))
        .routes(routes!(cancel::cancel))
        .routes(routes!(transfer::transfer))
        .routes(routes!(invite::invite))
}
