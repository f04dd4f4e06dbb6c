//! `/training-plans`: a year's plan laid out, read, revised, counted, and brought in as a file.
mod answer;
mod body;
mod figures;
mod import;
mod lay_out;
mod list;
mod open;
mod revise;

use crate::{App, Code, FieldError, Problem, web::LARGEST_UPLOAD};
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

/// A plan has thousands of lines.
const LARGEST_PLAN: usize = 4 * 1024 * 1024;

/// The routes of plans.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(import::send))
        .layer(DefaultBodyLimit::max(LARGEST_UPLOAD + 64 * 1024))
        .routes(routes!(list::list, lay_out::lay_out))
        .routes(routes!(open::open, revise::revise))
        .routes(routes!(figures::figures))
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// A whole number of an address.
fn number<T: std::str::FromStr>(
    field: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, Problem> {
    text.map(|text| text.parse().map_err(|_| invalid(field, Code::Number))).transpose()
}
