//! What a statement can be asked for.
use crate::{Error, Param, Read, Result, Tx, engine::Session};

impl Tx<'_> {
    /// The row, if there is one.
    pub fn maybe<R: Record>(
        &mut self,
        sql: &'static str,
        params: impl Params,
    ) -> Result<Option<R>> {
        let mut found = None;
        self.each(sql, params, |row| {
            found.get_or_insert(row);
            Ok(())
        })?;
        Ok(found)
    }

    /// Every row; the statement bounds how many.
    pub fn all<R: Record>(&mut self, sql: &'static str, params: impl Params) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Each row as it arrives, so an export of everyone needs the memory of one.
    pub fn each<R: Record>(
        &mut self,
        sql: &'static str,
        params: impl Params,
        mut take: impl FnMut(R) -> Result<()>,
    ) -> Result<()> {
        match self {
            Tx::Sqlite(connection) => params.sqlite(|params| {
                let mut statement = connection.prepare_cached(sql)?;
                let mut rows = statement.query(params)?;
                while let Some(row) = rows.next()? {
                    take(R::sqlite(row)?)?;
                }
                Ok(())
            }),
            Tx::Postgres(session) => {
                let statement = session.prepare(sql)?;
                params.postgres(|params| {
                    use postgres::fallible_iterator::FallibleIterator;
                    let mut rows = session.client.query_raw(&statement, params.iter().copied())?;
                    while let Some(row) = rows.next()? {
                        take(R::postgres(&row)?)?;
                    }
                    Ok(())
                })
            }
        }
    }

    /// Changes rows and counts them.
    pub fn run(&mut self, sql: &'static str, params: impl Params) -> Result<u64> {
        match self {
            Tx::Sqlite(connection) => params.sqlite(|params| {
                let changed = connection.prepare_cached(sql)?.execute(params).map_err(Error::from);
                changed.map(|rows| rows as u64)
            }),
            Tx::Postgres(session) => {
                let statement = session.prepare(sql)?;
                params.postgres(|params| Ok(session.client.execute(&statement, params)?))
            }
        }
    }

    /// Parses and plans a statement without running it.
    pub fn prepare(&mut self, sql: &str) -> Result<()> {
        match self {
            Tx::Sqlite(connection) => connection.prepare(sql).map(drop).map_err(Error::from),
            Tx::Postgres(session) => Ok(session.client.prepare(sql).map(drop)?),
        }
    }
}

impl Session {
    pub(crate) fn prepare(&mut self, sql: &str) -> Result<postgres::Statement> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

type SqliteParam<'p> = &'p dyn rusqlite::ToSql;
type PostgresParam<'p> = &'p (dyn postgres::types::ToSql + Sync);

/// A tuple of values, in the order of `$1`, `$2`, ….
pub trait Params {
    /// Binds the values for SQLite.
    fn sqlite<T>(self, bind: impl FnOnce(&[SqliteParam<'_>]) -> T) -> T;
    /// Binds the values for PostgreSQL.
    fn postgres<T>(self, bind: impl FnOnce(&[PostgresParam<'_>]) -> T) -> T;
}

/// A tuple of columns, in the order they are selected.
pub trait Record: Sized {
    /// Reads a row of SQLite.
    fn sqlite(row: &rusqlite::Row<'_>) -> Result<Self>;
    /// Reads a row of PostgreSQL.
    fn postgres(row: &postgres::Row) -> Result<Self>;
}

macro_rules! tuple { ($($name:ident $n:tt),*) => {
    #[allow(non_snake_case, reason = "one name for the type and its value")]
    impl<$($name: Param),*> Params for ($($name,)*) {
        fn sqlite<T>(self, bind: impl FnOnce(&[SqliteParam<'_>]) -> T) -> T {
            let ($($name,)*) = self;
            $(let $name = $name.keep();)*
            bind(&[$(&$name),*])
        }
        fn postgres<T>(self, bind: impl FnOnce(&[PostgresParam<'_>]) -> T) -> T {
            let ($($name,)*) = self;
            $(let $name = $name.keep();)*
            bind(&[$(&$name),*])
        }
    }
} }
macro_rules! record { ($($name:ident $n:tt),+) => {
    impl<$($name: Read),+> Record for ($($name,)+) {
        fn sqlite(row: &rusqlite::Row<'_>) -> Result<Self> {
            Ok(($($name::read(row.get($n)?).map_err(|held| Error::Unreadable($n, held))?,)+))
        }
        fn postgres(row: &postgres::Row) -> Result<Self> {
            Ok(($($name::read(row.try_get($n)?).map_err(|held| Error::Unreadable($n, held))?,)+))
        }
    }
} }
macro_rules! tuples {
    ($($name:ident $n:tt),+ ;) => { tuple!($($name $n),+); record!($($name $n),+); };
    ($($name:ident $n:tt),+ ; $next:ident $m:tt $(, $rest:ident $k:tt)*) => {
        tuple!($($name $n),+); record!($($name $n),+);
        tuples!($($name $n),+ , $next $m ; $($rest $k),*);
    };
}
tuple!();
tuples!(A 0; B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15, Q 16, R 17, S 18, U 19, V 20, W 21, X 22, Y 23);
