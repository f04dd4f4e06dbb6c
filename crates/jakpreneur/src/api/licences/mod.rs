//! Permits over the API: recorded, decided, corrected, taken back, listed.
mod answer;
mod body;
mod decide;
mod halal;
mod kinds;
mod list;
mod mend;
mod record;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of permits.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, record::record))
        .routes(routes!(list::one))
        .routes(routes!(decide::issue))
        .routes(routes!(decide::refuse))
        .routes(routes!(decide::revoke))
        .routes(routes!(mend::correct))
        .routes(routes!(mend::void))
        .routes(routes!(halal::advise))
        .routes(routes!(kinds::kinds))
}
