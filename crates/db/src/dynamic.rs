//! Rows whose columns are known only at run time: for verifying, copying and describing databases.
use crate::{Error, Result, Tx};
use postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use rusqlite::types::ValueRef;
use std::error::Error as StdError;

/// A value of either engine. Dates are days since 2000-01-01, instants microseconds since 1970, ids
/// their 16 bytes: the same row reads the same on both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number, a date, or an instant.
    Whole(i64),
    /// Text.
    Text(String),
    /// Bytes, or an id.
    Bytes(Vec<u8>),
}

const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl Tx<'_> {
    /// Each row of a statement without values. The statement is not kept prepared.
    pub fn each_row(
        &mut self,
        sql: &str,
        mut take: impl FnMut(&[Value]) -> Result<()>,
    ) -> Result<()> {
        match self {
            Tx::Sqlite(connection) => {
                let mut statement = connection.prepare(sql)?;
                let columns = statement.column_count();
                let mut rows = statement.query(())?;
                let mut values = Vec::with_capacity(columns);
                while let Some(row) = rows.next()? {
                    values.clear();
                    for n in 0..columns {
                        values.push(of_sqlite(row.get_ref(n)?, n)?);
                    }
                    take(&values)?;
                }
                Ok(())
            }
            Tx::Postgres(session) => {
                use postgres::fallible_iterator::FallibleIterator;
                let none: [&(dyn ToSql + Sync); 0] = [];
                let mut rows = session.client.query_raw(sql, none)?;
                while let Some(row) = rows.next()? {
                    let values: Result<Vec<Value>> =
                        (0..row.len()).map(|n| Ok(row.try_get(n)?)).collect();
                    take(&values?)?;
                }
                Ok(())
            }
        }
    }

    /// Inserts rows with values known only at run time.
    pub fn insert_row(&mut self, sql: &str, values: &[Value]) -> Result<()> {
        match self {
            Tx::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                statement.execute(rusqlite::params_from_iter(values)).map_err(Error::from)?;
                Ok(())
            }
            Tx::Postgres(session) => {
                let params: Vec<&(dyn ToSql + Sync)> =
                    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
                let statement = session.prepare(sql)?;
                session.client.execute(&statement, &params)?;
                Ok(())
            }
        }
    }
}

fn of_sqlite(value: ValueRef<'_>, n: usize) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(whole) => Value::Whole(whole),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(real) => return Err(Error::Unreadable(n, real.to_string())),
    })
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Whole(whole) => ValueRef::Integer(*whole),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl<'r> FromSql<'r> for Value {
    fn from_sql(
        kind: &Type,
        raw: &'r [u8],
    ) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(match *kind {
            Type::INT2 => Self::Whole(i64::from(i16::from_be_bytes(raw.try_into()?))),
            Type::INT4 | Type::DATE => Self::Whole(i64::from(i32::from_be_bytes(raw.try_into()?))),
            Type::INT8 => Self::Whole(i64::from_be_bytes(raw.try_into()?)),
            Type::TIMESTAMPTZ => Self::Whole(i64::from_be_bytes(raw.try_into()?) + POSTGRES_EPOCH),
            Type::TEXT | Type::VARCHAR | Type::NAME => Self::Text(String::from_utf8(raw.to_vec())?),
            _ => Self::Bytes(raw.to_vec()),
        })
    }
    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self::Null)
    }
    fn accepts(kind: &Type) -> bool {
        matches!(
            *kind,
            Type::INT2
                | Type::INT4
                | Type::INT8
                | Type::DATE
                | Type::TIMESTAMPTZ
                | Type::TEXT
                | Type::VARCHAR
                | Type::NAME
                | Type::BYTEA
                | Type::UUID
        )
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match (self, kind) {
            (Self::Null, _) => return Ok(IsNull::Yes),
            (Self::Whole(whole), &Type::INT2) => {
                out.extend_from_slice(&i16::try_from(*whole)?.to_be_bytes());
            }
            (Self::Whole(whole), &Type::INT4 | &Type::DATE) => {
                out.extend_from_slice(&i32::try_from(*whole)?.to_be_bytes());
            }
            (Self::Whole(whole), &Type::TIMESTAMPTZ) => {
                out.extend_from_slice(&(whole - POSTGRES_EPOCH).to_be_bytes());
            }
            (Self::Whole(whole), _) => out.extend_from_slice(&whole.to_be_bytes()),
            (Self::Text(text), _) => out.extend_from_slice(text.as_bytes()),
            (Self::Bytes(bytes), _) => out.extend_from_slice(bytes),
        }
        Ok(IsNull::No)
    }
    fn accepts(kind: &Type) -> bool {
        <Self as FromSql>::accepts(kind)
    }
    to_sql_checked!();
}
