//! The face of a refusal: the JSON a program reads, with words a person can be shown.
use super::{Declined, words};
use crate::Problem;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use std::borrow::Cow;
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a request was not done (RFC 9457). It never carries a query, a stack or another person's data.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// The stable slug of the reason, such as `nik-registered`; a program decides by this.
    pub r#type: &'static str,
    /// The reason in Indonesian, for a person.
    pub title: Cow<'static, str>,
    /// The HTTP status, again.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    /// The way out, in Indonesian, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<Cow<'static, str>>,
    /// Every field that is wrong; only with `invalid`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldProblem>,
    /// The record that holds the NIK; only with `nik-registered`, and only where the caller may open it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub member: Option<Uuid>,
}

/// A field that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The field's name, as in the body or the address.
    pub field: Cow<'static, str>,
    /// The stable slug of the reason, such as `nik-short`.
    pub code: &'static str,
    /// What to do, in Indonesian.
    pub message: String,
}

impl IntoResponse for Declined {
    fn into_response(self) -> Response {
        log(&self);
        let status = self.status();
        let retry = self.retry_after();
        let signed_out = matches!(self, Self::Problem(Problem::SignedOut));
        let body = serde_json::to_vec(&self.body()).unwrap_or_default();
        let mut answer = (status, body).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if signed_out {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = retry {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer
    }
}

impl Declined {
    fn body(self) -> ProblemBody {
        let (r#type, status) = (self.slug(), self.status().as_u16());
        let (title, detail) = words::said(&self);
        let mut body =
            ProblemBody { r#type, title, status, detail, errors: Vec::new(), member: None };
        match self {
            Self::Problem(Problem::NikRegistered(member)) => body.member = member.map(|it| it.0),
            Self::Fields(wrong) => {
                let field = |wrong: super::Wrong| FieldProblem {
                    field: wrong.field,
                    code: wrong.code,
                    message: wrong.message,
                };
                body.errors = wrong.into_iter().map(field).collect();
            }
            Self::Problem(_)
            | Self::NotJson
            | Self::MediaType
            | Self::IdempotencyKey
            | Self::NoRoute
            | Self::NoMethod => {}
        }
        body
    }
}

/// What broke is told to the log alone, once.
fn log(declined: &Declined) {
    if let Declined::Problem(problem @ (Problem::Fault(_) | Problem::Broken(_))) = declined {
        tracing::error!(%problem, "a request met a fault");
    }
}
