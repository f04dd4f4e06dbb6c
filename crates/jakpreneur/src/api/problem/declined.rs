//! Why an API request was not done: a problem of the programme, or a request that is no request of ours.
use crate::{
    FieldError, Problem,
    words::{Lang, message},
};
use axum::http::StatusCode;
use std::borrow::Cow;

/// Why an API request was not done.
#[derive(Debug)]
pub enum Declined {
    /// The programme says no.
    Problem(Problem),
    /// Fields of the body or the address that are wrong by their form or their value.
    Fields(Vec<Wrong>),
    /// The body is not JSON, or not all of it came.
    NotJson,
    /// The body is not said to be JSON.
    MediaType,
    /// The idempotency key is no UUID.
    IdempotencyKey,
    /// No such route.
    NoRoute,
    /// The route does not know the method.
    NoMethod,
}

/// A wrong field, also one that only this request knows.
#[derive(Debug)]
pub struct Wrong {
    /// The field's name, as it came.
    pub field: Cow<'static, str>,
    /// The stable slug of the reason.
    pub code: &'static str,
    /// What to do, for a person.
    pub message: String,
}

impl Wrong {
    /// A field nobody asked for.
    pub fn unknown(field: &str) -> Self {
        Self::of(field, "unknown-field", "Kolom ini tidak dikenal. Hapus, atau periksa ejaannya.")
    }

    /// A field with another kind of value than asked for.
    pub fn kind(field: &str) -> Self {
        Self::of(field, "type", "Jenis nilainya keliru. Lihat dokumentasi untuk jenis yang benar.")
    }

    /// A parameter that came twice.
    pub fn twice(field: &str) -> Self {
        Self::of(field, "twice", "Parameter ini datang dua kali. Kirim satu saja.")
    }

    fn of(field: &str, code: &'static str, message: &str) -> Self {
        let short: String = field.chars().take(64).collect();
        Self { field: short.into(), code, message: message.to_owned() }
    }
}

impl From<FieldError> for Wrong {
    fn from(error: FieldError) -> Self {
        let message = message(error.code, Lang::Id);
        Self { field: error.field.into(), code: error.code.slug(), message }
    }
}

impl From<Problem> for Declined {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Invalid(fields) => Self::Fields(fields.into_iter().map(Wrong::from).collect()),
            Problem::NotFound
            | Problem::SignedOut
            | Problem::Forbidden
            | Problem::Forged
            | Problem::NikRegistered(_)
            | Problem::Refused(_)
            | Problem::KeyReused
            | Problem::TooMany(_)
            | Problem::TooLarge
            | Problem::Fault(_)
            | Problem::Broken(_) => Self::Problem(problem),
        }
    }
}

impl Declined {
    /// The status the answer has.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Problem(problem) => problem.status(),
            Self::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotJson | Self::IdempotencyKey => StatusCode::BAD_REQUEST,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NoRoute => StatusCode::NOT_FOUND,
            Self::NoMethod => StatusCode::METHOD_NOT_ALLOWED,
        }
    }

    /// The stable slug of the answer's `type`.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Problem(problem) => slug_of_problem(problem),
            Self::Fields(_) => "invalid",
            Self::NotJson => "not-json",
            Self::MediaType => "media-type",
            Self::IdempotencyKey => "idempotency-key",
            Self::NoRoute => "no-route",
            Self::NoMethod => "no-method",
        }
    }

    /// After how many seconds the same request may go better.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Problem(Problem::TooMany(seconds)) => Some(*seconds),
            Self::Problem(Problem::Fault(fault)) if passing(fault) => Some(2),
            Self::Problem(_)
            | Self::Fields(_)
            | Self::NotJson
            | Self::MediaType
            | Self::IdempotencyKey
            | Self::NoRoute
            | Self::NoMethod => None,
        }
    }
}

fn slug_of_problem(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "not-found",
        Problem::SignedOut => "signed-out",
        Problem::Forbidden => "forbidden",
        Problem::Forged => "forged",
        Problem::Invalid(_) => "invalid",
        Problem::NikRegistered(_) => "nik-registered",
        Problem::Refused(code) => code.slug(),
        Problem::KeyReused => "key-reused",
        Problem::TooMany(_) => "too-many",
        Problem::TooLarge => "too-large",
        Problem::Fault(db::Error::Full) => "disk-full",
        Problem::Fault(fault) if passing(fault) => "unavailable",
        Problem::Fault(_) | Problem::Broken(_) => "fault",
    }
}

/// Whether the fault is one of the moment: nothing was kept, and the same request may go well soon.
fn passing(fault: &db::Error) -> bool {
    match fault {
        db::Error::Lost(_) | db::Error::NotCommitted(_) | db::Error::Stopping => true,
        db::Error::Sqlite(_)
        | db::Error::Postgres(_)
        | db::Error::Full
        | db::Error::Panicked
        | db::Error::Unreadable(..)
        | db::Error::Address(_)
        | db::Error::TooNew { .. }
        | db::Error::File(_) => false,
    }
}
