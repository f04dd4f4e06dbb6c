//! Asking a statement for many records at once.
use crate::{Params, Record, Result, Tx};
use postgres::fallible_iterator::FallibleIterator;
use rules::Shard;
use uuid::Uuid;

impl Tx<'_> {
    /// Each row of a statement that is asked for many records, whose shard and id are its `$1` and `$2`, in
    /// their order. SQLite is asked for one after the other; to a PostgreSQL server it is a single trip.
    pub fn each_of<R: Record>(
        &mut self,
        sql: &'static str,
        records: &[(Shard, Uuid)],
        rest: impl Params,
        mut take: impl FnMut(R) -> Result<()>,
    ) -> Result<()> {
        let shards =
            records.iter().map(|(shard, _)| i16::try_from(shard.get()).unwrap_or(i16::MAX));
        match self {
            Tx::Sqlite(connection) => rest.sqlite(|rest| {
                let mut statement = connection.prepare_cached(sql)?;
                for (shard, (_, id)) in shards.zip(records) {
                    let mut params: Vec<&dyn rusqlite::ToSql> = vec![&shard, id];
                    params.extend(rest);
                    let mut rows = statement.query(&*params)?;
                    while let Some(row) = rows.next()? {
                        take(R::sqlite(row)?)?;
                    }
                }
                Ok(())
            }),
            Tx::Postgres(session) => {
                let statement = session.prepare(&at_once(sql))?;
                let shards: Vec<i16> = shards.collect();
                let ids: Vec<Uuid> = records.iter().map(|(_, id)| *id).collect();
                rest.postgres(|rest| {
                    let mut params: Vec<&(dyn postgres::types::ToSql + Sync)> = vec![&shards, &ids];
                    params.extend(rest);
                    let mut rows = session.client.query_raw(&statement, params)?;
                    while let Some(row) = rows.next()? {
                        take(R::postgres(&row)?)?;
                    }
                    Ok(())
                })
            }
        }
    }
}

/// The same statement for every record of two arrays.
fn at_once(sql: &str) -> String {
    let one = named(&named(sql, "$1", "record.shard"), "$2", "record.id");
    format!(
        "select found.* from unnest($1::int2[], $2::uuid[]) with ordinality as record (shard, id, place)
        cross join lateral ({one}) as found order by record.place"
    )
}

/// A parameter by another name; `$1` is no part of `$10`.
fn named(sql: &str, parameter: &str, name: &str) -> String {
    let mut parts = sql.split(parameter);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let longer = part.starts_with(|next: char| next.is_ascii_digit());
        text.push_str(if longer { parameter } else { name });
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_no_part_of_a_longer_one() {
        assert_eq!(named("a = $1 and b = $10 or $1", "$1", "x"), "a = x and b = $10 or x");
    }
}
