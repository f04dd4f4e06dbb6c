//! Permits over the API: recorded, decided, corrected, taken back, listed.
mod answer;
mod body;
mod decide;
mod evidence;
mod halal;
mod kinds;
mod list;
mod mend;
mod record;

use crate::{App, files::LARGEST};
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

pub use evidence::{EvidenceAnswer, EvidenceList, SentEvidence};

/// Room for the form around a file, in bytes.
pub const AROUND: usize = 64 * 1024;

/// The routes of permits.
pub fn routes() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(LARGEST + AROUND);
    OpenApiRouter::new()
        .routes(routes!(evidence::list, evidence::send))
        .layer(room)
        .routes(routes!(evidence::give))
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
