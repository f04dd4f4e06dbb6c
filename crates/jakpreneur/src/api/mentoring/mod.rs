//! Mentoring over the API: mentors, their caseloads, visits.
mod assign;
mod caseload;
mod figures;
mod mentors;
mod needing;
mod photos;
mod record;
mod share;
mod terms;
mod transfers;
mod visits;

pub(super) use record::record;

use crate::{App, files::PictureLimits};
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of mentoring.
pub fn routes() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(PictureLimits::USUAL.bytes + super::licences::AROUND);
    OpenApiRouter::new()
        .routes(routes!(photos::send))
        .layer(room)
        .routes(routes!(mentors::list))
        .routes(routes!(caseload::list, assign::assign))
        .routes(routes!(figures::month))
        .routes(routes!(share::share))
        .routes(routes!(transfers::list, transfers::offer))
        .routes(routes!(transfers::accept))
        .routes(routes!(transfers::refuse))
        .routes(routes!(needing::list))
        .routes(routes!(terms::list, terms::appoint))
        .routes(routes!(terms::end))
        .routes(routes!(photos::give))
        .routes(routes!(visits::list, record::record))
}
