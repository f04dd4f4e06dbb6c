//! Targets over the API: listed, set, revised; what became of them, and the flow through the stages.
mod answer;
mod figures;
mod flow;
mod list;
mod open;
mod revise;
mod set;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of targets.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, set::set))
        .routes(routes!(open::open))
        .routes(routes!(revise::revise))
        .routes(routes!(figures::targets))
        .routes(routes!(flow::flow))
}
