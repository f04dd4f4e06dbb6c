//! A page: a template with its status.
use crate::Problem;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};

/// A page to send.
pub struct Page<T> {
    status: StatusCode,
    template: T,
}

impl<T: askama::Template> Page<T> {
    /// A page that is what was asked for.
    pub fn of(template: T) -> Self {
        Self { status: StatusCode::OK, template }
    }

    /// A form that comes back with what is wrong in it.
    pub fn wrong(template: T) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, template }
    }

    /// A page with another status.
    pub fn with(status: StatusCode, template: T) -> Self {
        Self { status, template }
    }
}

impl<T: askama::Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.template.render() {
            Ok(html) => (self.status, Html(html)).into_response(),
            Err(error) => {
                Problem::Broken(format!("a page cannot be drawn: {error}")).into_response()
            }
        }
    }
}
