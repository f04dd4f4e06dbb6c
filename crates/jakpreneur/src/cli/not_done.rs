//! Why a command was not done, in one line.
use crate::{
    Problem,
    words::{Lang, message},
};
use std::fmt;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// An act was refused, or something broke.
    #[error("{}", Plain(.0))]
    Problem(#[from] Problem),
    /// Whoever read the output has read enough, as `head` does; that is no failure.
    #[error("nobody reads the output any more")]
    Unread,
    /// The command itself says why.
    #[error("{0}")]
    Said(String),
}

impl NotDone {
    /// The command's own words.
    pub fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }
}

impl From<db::Error> for NotDone {
    fn from(error: db::Error) -> Self {
        Self::Problem(error.into())
    }
}

impl From<std::io::Error> for NotDone {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self::Unread;
        }
        Self::Said(error.to_string())
    }
}

/// A problem as the operator reads it: unlike the web, with what broke.
struct Plain<'p>(&'p Problem);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::Fault(fault) => fault.fmt(f),
            Problem::Broken(what) => what.fmt(f),
            Problem::Refused(code) => write!(f, "refused: {}", message(*code, Lang::En)),
            Problem::Invalid(fields) => {
                let field = |wrong: &crate::FieldError| {
                    format!("{}: {}", wrong.field.replace('_', "-"), message(wrong.code, Lang::En))
                };
                let fields: Vec<String> = fields.iter().map(field).collect();
                write!(f, "refused: {}", fields.join(", "))
            }
            Problem::NotFound
            | Problem::SignedOut
            | Problem::Forbidden
            | Problem::Forged
            | Problem::NikRegistered(_)
            | Problem::KeyReused
            | Problem::TooMany(_)
            | Problem::TooLarge => self.0.fmt(f),
        }
    }
}
