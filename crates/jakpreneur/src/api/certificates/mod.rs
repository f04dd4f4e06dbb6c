//! Certificates over the API: checked by anybody, issued for a class, replaced, revoked.
mod answer;
mod check;
mod of_class;
mod reissue;
mod revoke;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of certificates.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(check::check))
        .routes(routes!(of_class::list, of_class::issue))
        .routes(routes!(reissue::reissue))
        .routes(routes!(revoke::revoke))
}
