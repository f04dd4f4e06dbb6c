//! A file to take away.
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use documents::table::Format;
use jiff::civil::DateTime;
use rules::Instant;

/// What a clock in Jakarta shows.
pub fn jakarta(at: Instant) -> DateTime {
    let moment = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    jiff::tz::offset(7).to_datetime(moment)
}

/// A file to take away.
pub fn attachment(bytes: Vec<u8>, format: Format, stem: &str) -> Response {
    let (ending, kind) = match format {
        Format::Csv => ("csv", "text/csv; charset=utf-8"),
        Format::Xlsx => {
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{stem}.{ending}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
