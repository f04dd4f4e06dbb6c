//! Mentoring over the API: mentors, their caseloads, visits.
mod assign;
mod caseload;
mod figures;
mod mentors;
mod record;
mod share;
mod transfers;
mod visits;

pub(super) use record::record;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of mentoring.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(mentors::list))
        .routes(routes!(caseload::list, assign::assign))
        .routes(routes!(figures::month))
        .routes(routes!(share::share))
        .routes(routes!(transfers::list, transfers::offer))
        .routes(routes!(transfers::accept))
        .routes(routes!(transfers::refuse))
        .routes(routes!(visits::list, record::record))
}
