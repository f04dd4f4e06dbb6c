//! Where the database and its key are, as every command is told.
use super::{NotDone, clock, random};
use crate::{App, Opening, privacy::key_for};
use clap::Args;
use db::{Address, Migrated, Options};
use std::path::PathBuf;

/// The database and its key.
#[derive(Debug, Args)]
pub struct Place {
    /// `sqlite:FILE` or `postgres://…`
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "JAKPRENEUR_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:jakpreneur.db"
    )]
    database: Address,
    /// The key file; beside an embedded database, or `jakpreneur.key`, unless named
    #[arg(long, global = true, value_name = "FILE", env = "JAKPRENEUR_KEY")]
    key: Option<PathBuf>,
}

impl Place {
    /// The database.
    pub fn address(&self) -> &Address {
        &self.database
    }

    /// The key file.
    pub fn key(&self) -> PathBuf {
        self.key.clone().unwrap_or_else(|| key_for(&self.database))
    }

    /// Opens a database that is there and up to date; never makes one by mistyping its name.
    pub fn open(&self) -> Result<App, NotDone> {
        self.must_be_there()?;
        Ok(App::open(self.opening(Options::unhurried()))?)
    }

    /// Brings the database up to date, or makes it, and opens it.
    pub fn migrate_and_open(&self) -> Result<(App, Migrated), NotDone> {
        Ok(App::migrate_and_open(self.opening(Options::unhurried()))?)
    }

    /// The same for serving, where no statement may take forever.
    pub fn migrate_and_open_to_serve(&self) -> Result<(App, Migrated), NotDone> {
        Ok(App::migrate_and_open(self.opening(Options::default()))?)
    }

    /// Refuses an embedded database that does not exist.
    pub fn must_be_there(&self) -> Result<(), NotDone> {
        match &self.database {
            Address::Sqlite(file) if !file.is_file() => {
                let file = file.display();
                Err(NotDone::said(format!(
                    "there is no database {file}: `jakpreneur migrate` makes one"
                )))
            }
            Address::Sqlite(_) | Address::Postgres(_) => Ok(()),
        }
    }

    fn opening(&self, options: Options) -> Opening {
        Opening {
            address: self.database.clone(),
            key: self.key.clone(),
            options,
            clock: clock(),
            random: random(),
        }
    }
}
