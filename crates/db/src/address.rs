//! Where the database is: a file, or a server.
use crate::{Error, Result};
use std::{fmt, path::PathBuf, str::FromStr};

/// A database address: `sqlite:FILE` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// An embedded database in one file.
    Sqlite(PathBuf),
    /// A PostgreSQL server; the text may hold a password.
    Postgres(String),
}

impl FromStr for Address {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            if file.is_empty() {
                return Err(Error::Address("sqlite: needs a file name".to_owned()));
            }
            return Ok(Self::Sqlite(PathBuf::from(file)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(Error::Address("expected sqlite:FILE or postgres://…".to_owned()))
    }
}

/// Without the password.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(url) => {
                let after = url.split_once("://").map_or("", |(_, rest)| rest);
                write!(f, "postgres://{}", after.rsplit_once('@').map_or(after, |(_, host)| host))
            }
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_prints_its_password() {
        let address = Address::Postgres("postgres://ani:rahasia@db/pkt".to_owned());
        assert_eq!(address.to_string(), "postgres://db/pkt");
    }

    #[test]
    fn a_word_that_is_no_address_is_refused() {
        assert!("mysql://x".parse::<Address>().is_err());
        assert!("sqlite:".parse::<Address>().is_err());
        assert_eq!("sqlite:a.db".parse::<Address>().ok(), Some(Address::Sqlite("a.db".into())));
    }
}
