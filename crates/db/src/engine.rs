//! Opening a database, and the transaction every look and act happens in.
use crate::{Address, Error, Result, pool::Pool, writer::Writer};
use rusqlite::config::DbConfig;
use std::{collections::HashMap, path::Path, sync::Arc, time::Duration};

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// Connections that look while the writer writes.
    pub readers: usize,
    /// How long one statement may take on PostgreSQL; zero means as long as it needs.
    pub statement_timeout: Duration,
    /// How many waiting acts one commit takes at most.
    pub batch: usize,
    /// How many pages an embedded database gathers in its log before the writer carries them home.
    pub log_pages: u32,
}

impl Default for Options {
    fn default() -> Self {
        let statement_timeout = Duration::from_secs(30);
        Self { readers: 4, statement_timeout, batch: 256, log_pages: SHORT_LOG }
    }
}

impl Options {
    /// For work that nobody waits beside: statements take as long as they need, and a page that changes
    /// again and again goes home less often.
    pub fn unhurried() -> Self {
        Self { statement_timeout: Duration::ZERO, log_pages: LONG_LOG, ..Self::default() }
    }
}

/// 16 MB: carried home quickly enough that no caller notices.
const SHORT_LOG: u32 = 4_000;

/// 256 MB.
const LONG_LOG: u32 = 64_000;

/// A database: readers beside one writer. `N` is the news an act tells those who follow.
pub struct Db<N: Send + 'static> {
    address: Address,
    readers: Readers,
    writer: Writer<N>,
}

enum Readers {
    Sqlite(Pool<rusqlite::Connection>),
    Postgres(Pool<Session>),
}

/// One connection to a server, with the statements it has prepared.
pub struct Session {
    pub(crate) client: postgres::Client,
    pub(crate) prepared: HashMap<String, postgres::Statement>,
}

/// Where statements run: inside one transaction, on either engine.
pub enum Tx<'c> {
    /// An embedded database.
    Sqlite(&'c rusqlite::Connection),
    /// A session on a server.
    Postgres(&'c mut Session),
}

const LOOK: &str = "begin isolation level repeatable read read only";

/// A connection of either engine that the writer, a migration or a copy holds for itself.
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Session>),
}

impl<N: Send + 'static> Db<N> {
    /// Opens the readers and starts the writer. The schema must be there: see [`crate::Migrated`].
    pub fn open(
        address: &Address,
        options: &Options,
        follower: impl crate::Follower<N>,
    ) -> Result<Arc<Self>> {
        let readers = match address {
            Address::Sqlite(file) => {
                let file = file.clone();
                let open = move || open_sqlite(&file, Use::Look);
                Readers::Sqlite(Pool::of(options.readers, open)?)
            }
            Address::Postgres(url) => {
                let (url, timeout) = (url.clone(), options.statement_timeout);
                let open = move || open_postgres(&url, timeout, true);
                Readers::Postgres(Pool::of(options.readers, open)?)
            }
        };
        let writer = Writer::start(address.clone(), options.clone(), follower)?;
        Ok(Arc::new(Self { address: address.clone(), readers, writer }))
    }

    /// Where this database is.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Looks at one consistent state, and changes nothing. Blocks: call it where blocking is allowed.
    pub fn look<T, E: From<Error>>(
        &self,
        look: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        match &self.readers {
            Readers::Sqlite(pool) => pool
                .with(
                    |_| false,
                    |connection| Tx::Sqlite(connection).batch("begin"),
                    |connection| begun(Tx::Sqlite(connection), look),
                )
                .map_err(E::from)?,
            Readers::Postgres(pool) => pool
                .with(
                    |session| session.client.is_closed(),
                    |session| Tx::Postgres(session).batch(LOOK),
                    |session| begun(Tx::Postgres(session), look),
                )
                .map_err(E::from)?,
        }
    }

    /// The thread that commits; acts are handed to it.
    pub(crate) fn writer(&self) -> &Writer<N> {
        &self.writer
    }
}

/// A line as the owner of the schema, past what the application may do: for tests and repairs.
pub fn owner(address: &Address) -> Result<impl FnMut(&str) -> Result<()> + use<>> {
    let mut connection = Connection::owner(address)?;
    Ok(move |sql: &str| connection.tx().batch(sql))
}

impl Connection {
    /// A connection of its own, as the owner of the schema (no restricted role on PostgreSQL).
    pub fn owner(address: &Address) -> Result<Self> {
        match address {
            Address::Sqlite(file) => {
                open_sqlite(file, Use::Write { log_pages: SHORT_LOG }).map(Self::Sqlite)
            }
            Address::Postgres(url) => {
                open_postgres(url, Duration::ZERO, false).map(Box::new).map(Self::Postgres)
            }
        }
    }

    /// The writer's connection.
    pub fn writer(address: &Address, options: &Options) -> Result<Self> {
        match address {
            Address::Sqlite(file) => {
                open_sqlite(file, Use::Write { log_pages: options.log_pages }).map(Self::Sqlite)
            }
            Address::Postgres(url) => open_postgres(url, options.statement_timeout, true)
                .map(Box::new)
                .map(Self::Postgres),
        }
    }

    pub fn tx(&mut self) -> Tx<'_> {
        match self {
            Self::Sqlite(connection) => Tx::Sqlite(connection),
            Self::Postgres(session) => Tx::Postgres(session),
        }
    }

    /// Does all of `act` in one transaction, or none of it.
    pub fn within<T, E: From<Error>>(
        &mut self,
        act: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let begin = match self {
            Self::Sqlite(_) => "begin immediate",
            Self::Postgres(_) => "begin",
        };
        within(self.tx(), begin, act)
    }
}

fn within<T, E: From<Error>>(
    mut tx: Tx<'_>,
    begin: &str,
    act: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    tx.batch(begin)?;
    begun(tx, act)
}

/// Ends what was begun: all of `act`, or none of it.
fn begun<T, E: From<Error>>(
    mut tx: Tx<'_>,
    act: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    let mut open = Ending { tx: &mut tx, ended: false };
    let done = act(open.tx)?;
    open.tx.batch("commit")?;
    open.ended = true;
    Ok(done)
}

/// Rolls back what was begun, also when the act fails or panics.
struct Ending<'t, 'c> {
    tx: &'t mut Tx<'c>,
    ended: bool,
}

impl Drop for Ending<'_, '_> {
    fn drop(&mut self) {
        if !self.ended
            && let Err(error) = self.tx.batch("rollback")
        {
            tracing::debug!(%error, "nothing to roll back");
        }
    }
}

impl Tx<'_> {
    /// Runs statements that take no values and answer no rows.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        match self {
            Tx::Sqlite(connection) => Ok(connection.execute_batch(sql).map_err(Error::from)?),
            Tx::Postgres(session) => Ok(session.client.batch_execute(sql)?),
        }
    }

    /// Lets the statements of this transaction take as long as they need: for exports and checks.
    pub fn unhurried(&mut self) -> Result<()> {
        match self {
            Tx::Sqlite(_) => Ok(()),
            Tx::Postgres(session) => {
                let set = "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";
                Ok(session.client.batch_execute(set)?)
            }
        }
    }

    /// Whether this is the embedded engine.
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Tx::Sqlite(_))
    }
}

/// What a connection to an embedded database is for.
#[derive(Clone, Copy)]
enum Use {
    Look,
    Write { log_pages: u32 },
}

fn open_sqlite(file: &Path, purpose: Use) -> Result<rusqlite::Connection> {
    let connection = rusqlite::Connection::open(file)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.busy_timeout(Duration::from_secs(20))?;
    // A plan that looked at bound values is made again whenever they change: at each use.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma temp_store = memory;",
    )?;
    match purpose {
        Use::Look => {
            connection.execute_batch("pragma cache_size = -16384; pragma query_only = on;")?;
        }
        Use::Write { log_pages } => connection.execute_batch(&format!(
            "pragma cache_size = -131072; pragma wal_autocheckpoint = {log_pages};
             pragma journal_size_limit = 67108864;"
        ))?,
    }
    Ok(connection)
}

fn open_postgres(url: &str, timeout: Duration, restricted: bool) -> Result<Session> {
    let mut client = crate::only::connect(url)?;
    client.batch_execute(&format!(
        "set statement_timeout = {}; set idle_in_transaction_session_timeout = '60s'; set timezone = 'UTC'; set client_min_messages = warning",
        timeout.as_millis()
    ))?;
    if restricted {
        crate::only::step_down(&mut client)?;
    }
    Ok(Session { client, prepared: HashMap::new() })
}
