//! The face of a problem: decided inside, drawn here, once, at the outermost layer.
use super::{Page, Shell, visit::lang};
use crate::{
    Problem,
    words::{self, Lang, fill, message},
};
use askama::Template;
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use std::{any::Any, sync::Arc};

/// A problem travels in the response's extensions until it is drawn.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Problem {
    /// The HTTP status of a problem; the table is in `docs/api.md`.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NikRegistered(_) | Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Fault(db::Error::Full) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault(db::Error::Lost(_) | db::Error::NotCommitted(_) | db::Error::Stopping) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Fault(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Draws the problem of a page as a page; a visitor who must sign in is sent there.
pub async fn draw(request: Request, next: Next) -> Response {
    let lang = lang(request.headers());
    let reading = request.method() == Method::GET;
    let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Arc<Problem>>() else {
        return response;
    };
    if let Problem::Fault(_) | Problem::Broken(_) = *problem {
        tracing::error!(%problem, "a page was not made");
    }
    if let Problem::SignedOut = *problem {
        let next = if reading { address.clone() } else { "/".to_owned() };
        let query: String =
            form_urlencoded::Serializer::new(String::new()).append_pair("next", &next).finish();
        let door = if is_own(&address) { "/saya/masuk" } else { "/masuk" };
        return Redirect::to(&format!("{door}?{query}")).into_response();
    }
    let mut drawn = Page::with(problem.status(), Face::of(&problem, lang)).into_response();
    if let Problem::TooMany(seconds) = *problem {
        drawn.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    drawn
}

/// Whether an address is one of a member's own pages, which have a door of their own.
fn is_own(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    path == "/saya" || path.starts_with("/saya/")
}

/// What a panic looks like from outside: a fault like any other.
pub(super) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem::Broken("a request panicked".to_owned()).into_response()
}

#[derive(Template)]
#[template(path = "web/problem.html")]
struct Face {
    shell: Shell,
    text: String,
    open: Option<String>,
}

impl Face {
    fn of(problem: &Problem, lang: Lang) -> Self {
        let words = words::Shell::of(lang);
        let plain = |title: &str, text: &str| (title.to_owned(), text.to_owned());
        let (title, text) = match problem {
            Problem::NotFound | Problem::SignedOut => plain(words.not_found_title, words.not_found),
            Problem::Forbidden => plain(words.forbidden_title, words.forbidden),
            Problem::Forged => plain(words.forged_title, words.forged),
            Problem::Invalid(wrong) => {
                let said: Vec<String> =
                    wrong.iter().map(|field| message(field.code, lang)).collect();
                (words.refused_title.to_owned(), said.join(". "))
            }
            Problem::NikRegistered(_) => plain(words.refused_title, words.nik_registered),
            Problem::Refused(code) => (words.refused_title.to_owned(), message(*code, lang)),
            Problem::KeyReused => plain(words.refused_title, words.key_reused),
            Problem::TooMany(seconds) => (
                words.too_many_title.to_owned(),
                fill(words.too_many, &[("seconds", &seconds.to_string())]),
            ),
            Problem::TooLarge => plain(words.too_large_title, words.too_large),
            Problem::Fault(db::Error::Full) => plain(words.fault_title, words.full),
            Problem::Fault(_) | Problem::Broken(_) => plain(words.fault_title, words.fault),
        };
        let open = if let Problem::NikRegistered(Some(member)) = problem {
            Some(format!("/warga/{member}"))
        } else {
            None
        };
        Self { shell: Shell::bare(lang, title), text, open }
    }
}
