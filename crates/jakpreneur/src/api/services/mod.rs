//! Services over the API: recorded, taken back.
mod record;
mod void;

pub(super) use record::record;
pub(super) use void::void;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of services.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(record::record)).routes(routes!(void::void))
}
