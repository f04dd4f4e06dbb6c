//! Activity over the API: how a member stands, checks of the domicile, an officer's word, an end.
mod acts;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of activity.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show, acts::overrule))
        .routes(routes!(acts::check))
        .routes(routes!(acts::end))
        .routes(routes!(acts::resume))
}
