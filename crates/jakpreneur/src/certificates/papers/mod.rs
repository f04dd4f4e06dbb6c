//! Papers: what is printed on each, read from what is known now, or from what was printed before.
//! An official paper is in Indonesian whatever language the screen has.
mod card;
mod certificates;
mod class;
mod invitations;
mod letterhead;
mod lists;
mod minutes;

pub(super) use card::card;
pub use card::own_card;
pub(super) use certificates::{of_class, one};
pub(super) use invitations::invitations;
pub use letterhead::letterhead;
pub(super) use lists::lists;
pub(super) use minutes::minutes;

use crate::Problem;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use documents::print::Unprintable;

/// A file to take away.
pub fn taken_away(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// A paper that cannot be printed: nobody is on it, or something broke.
pub fn unprinted(unprintable: Unprintable) -> Problem {
    match unprintable {
        Unprintable::NoPages => Problem::NotFound,
        Unprintable::TooManyRows => Problem::TooLarge,
        Unprintable::RaggedRow
        | Unprintable::NoColumns
        | Unprintable::Code
        | Unprintable::Template => Problem::Broken(format!("no paper: {unprintable}")),
    }
}
