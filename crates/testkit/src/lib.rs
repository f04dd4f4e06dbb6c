//! A fresh database for each test, on both engines.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, say what they skip, and need a new name each time"
)]
use db::{Address, Migrated};
use std::path::PathBuf;

/// A database that disappears with its test.
pub struct Fresh {
    /// Where it is.
    pub address: Address,
    /// A folder of the test's own: the key file, uploads.
    pub folder: tempfile::TempDir,
    server: Option<(String, String)>,
}

/// The address of a PostgreSQL server to make databases on.
pub const POSTGRES: &str = "JAKPRENEUR_TEST_POSTGRES";

impl Fresh {
    /// A new SQLite file, with today's schema.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = Address::Sqlite(folder.path().join("test.db"));
        Migrated::bring(&address).expect("migrates");
        Self { address, folder, server: None }
    }

    /// A new PostgreSQL database, with today's schema; none, and a loud word, where no server is named.
    pub fn postgres() -> Option<Self> {
        let Some(server) = server() else {
            eprintln!("skipped: {POSTGRES} names no server");
            return None;
        };
        let name = format!("t{}", id().simple());
        let mut admin = db::admin(&server).expect("reaches the server");
        admin(&format!("create database {name}")).expect("makes a database");
        let address = with_database(&server, &name).parse().expect("an address");
        Migrated::bring(&address).expect("migrates");
        let folder = tempfile::tempdir().expect("a folder");
        Some(Self { address, folder, server: Some((server, name)) })
    }

    /// Whether this is the embedded engine.
    pub fn is_sqlite(&self) -> bool {
        matches!(self.address, Address::Sqlite(_))
    }

    /// Cuts every line to this test's database, as a restarted server would.
    pub fn cut_lines(&self) {
        let Some((server, name)) = &self.server else { return };
        let mut admin = db::admin(server).expect("reaches the server");
        let cut = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
        );
        admin(&cut).expect("cuts the lines");
    }

    /// The key file of this test.
    pub fn key(&self) -> PathBuf {
        self.folder.path().join("key")
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server
            && let Ok(mut admin) = db::admin(server)
        {
            drop(admin(&format!("drop database if exists {name} with (force)")));
        }
    }
}

fn server() -> Option<String> {
    std::env::var(POSTGRES).ok().filter(|server| !server.is_empty())
}

fn with_database(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{base}/{name}")
}

/// Makes two tests of one body, one on each engine.
#[macro_export]
macro_rules! on_both_engines {
    ($name:ident, |$fresh:ident| $body:block) => {
        mod $name {
            use super::*;
            fn body($fresh: $crate::Fresh) $body
            #[test]
            fn sqlite() {
                body($crate::Fresh::sqlite());
            }
            #[test]
            fn postgres() {
                if let Some(fresh) = $crate::Fresh::postgres() {
                    body(fresh);
                }
            }
        }
    };
}

/// An id of a client's own making.
#[expect(clippy::disallowed_methods, reason = "the one source of ids for tests")]
pub fn id() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}
