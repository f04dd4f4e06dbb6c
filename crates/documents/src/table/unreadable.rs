//! Why a file could not be read.

use std::io;

use super::Limit;

/// A reason to refuse a file. What it prints is a code for logs; the words for people are elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Neither text with columns nor a workbook: a PDF, a picture, a web page, another Office file.
    #[error("not_a_table")]
    NotATable,
    /// The workbook is damaged or was cut off on its way.
    #[error("broken_zip")]
    BrokenZip,
    /// The workbook unpacks, but its content does not follow the format.
    #[error("broken_sheet")]
    BrokenSheet,
    /// A bound of [`Limits`](super::Limits) was passed.
    #[error("too_large")]
    TooLarge(Limit),
    /// More rows than [`Limits::rows`](super::Limits::rows).
    #[error("too_many_rows")]
    TooManyRows,
    /// Something is written beyond [`Limits::columns`](super::Limits::columns).
    #[error("too_many_columns")]
    TooManyColumns,
    /// The workbook opens only with a password.
    #[error("password_protected")]
    PasswordProtected,
    /// A workbook of Excel before 2007 (`.xls`).
    #[error("old_excel")]
    OldExcel,
    /// Nothing is written in it.
    #[error("no_header")]
    NoHeader,
    /// The text begins as one encoding and goes on as none.
    #[error("encoding")]
    Encoding,
    /// The file itself could not be read.
    #[error("io")]
    Io(io::ErrorKind),
}

impl From<io::Error> for Unreadable {
    /// Our own readers pass their reason through `io::Error`; it comes out here unchanged.
    fn from(failure: io::Error) -> Self {
        failure
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Self>())
            .copied()
            .unwrap_or(Self::Io(failure.kind()))
    }
}

impl From<Unreadable> for io::Error {
    fn from(reason: Unreadable) -> Self {
        Self::other(reason)
    }
}
