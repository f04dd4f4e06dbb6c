//! Two engines, one SQL text, one writer. The only crate that names a driver.
mod address;
mod backup;
mod bazaars;
mod capital;
mod columns;
mod curation;
mod dynamic;
mod engine;
mod journal;
mod migrate;
mod only;
mod permits;
mod pool;
mod schema;
mod verbs;
mod writer;

pub use address::Address;
pub use backup::{Copied, NotCopied};
pub use columns::{Param, Read};
pub use dynamic::Value;
pub use engine::{Db, Options, Tx, owner};
pub use journal::{Broken, Chain, Entry, GENESIS, NewEntry, Position};
pub use migrate::{Migrated, SCHEMA_VERSION};
pub use only::admin;
pub use schema::{Column, Table, schema};
pub use verbs::{Params, Record};
pub use writer::{Batch, Change, Follower};

/// A fault, never a refusal: the rules refuse, the database only breaks.
/// Its text is for the log; it never carries a bound value.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite said no.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
    /// PostgreSQL said no; its code and message, without the values.
    #[error("postgres: {0}")]
    Postgres(String),
    /// The server went away, or cannot be reached.
    #[error("postgres: connection lost: {0}")]
    Lost(String),
    /// The disk has no room left; nothing of the batch was kept.
    #[error("the disk is full")]
    Full,
    /// The batch this act was part of was not committed.
    #[error("the batch was not committed: {0}")]
    NotCommitted(String),
    /// An act panicked; nothing of it was kept.
    #[error("an act panicked")]
    Panicked,
    /// The process is stopping and takes no more acts.
    #[error("stopping")]
    Stopping,
    /// A column holds what its type cannot be.
    #[error("column {0} holds {1}")]
    Unreadable(usize, String),
    /// The database address is not one this product knows.
    #[error("not a database address: {0}")]
    Address(String),
    /// The schema is newer than this program.
    #[error("the database has schema step {found}, this program knows {known}")]
    TooNew {
        /// The newest step the database has.
        found: i64,
        /// The newest step this program has.
        known: i64,
    },
    /// A file beside the database could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}

/// What every verb answers.
pub type Result<T> = std::result::Result<T, Error>;

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        if let Some(said) = error.as_db_error() {
            let full = *said.code() == postgres::error::SqlState::DISK_FULL;
            let ending = said.severity() == "FATAL" || said.severity() == "PANIC";
            let text = format!("{} {}", said.code().code(), said.message());
            return match (full, ending) {
                (true, _) => Self::Full,
                (false, true) => Self::Lost(text),
                (false, false) => Self::Postgres(text),
            };
        }
        if error.is_closed() {
            return Self::Lost(error.to_string());
        }
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        match cause {
            Some(cause) if error.to_string().contains("communicating") => Self::Lost(cause),
            Some(cause) => Self::Postgres(format!("{error}: {cause}")),
            None => Self::Postgres(error.to_string()),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            _ => Self::Sqlite(error),
        }
    }
}

/// Names a statement. One test finds every `sql!` of the sources and prepares it on both engines.
#[macro_export]
macro_rules! sql {
    ($name:ident = $text:literal) => {
        const $name: &str = $text;
    };
}
