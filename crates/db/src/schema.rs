//! What tables and columns a database really has, in one shape for both engines.
use crate::{Result, Tx, Value};
use std::collections::BTreeMap;

/// A table as the engine describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The names of its primary key's columns, in order.
    pub key: Vec<String>,
}

/// A column as the engine describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The engine's word for its type.
    pub kind: String,
    /// Whether it must hold a value.
    pub required: bool,
}

const SQLITE: &str = "
    select m.name, c.name, lower(c.type), c.\"notnull\", c.pk
    from sqlite_master m join pragma_table_info(m.name) c on true
    where m.type = 'table' and m.name not like 'sqlite!_%' escape '!'
    order by m.name, c.cid";

const POSTGRES: &str = "
    select cast(c.relname as text), cast(a.attname as text), cast(t.typname as text),
           case when a.attnotnull then 1::bigint else 0::bigint end,
           coalesce(cast(array_position(cast(i.indkey as smallint[]), a.attnum) as bigint), -1) + 1
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r'
    order by c.relname collate \"C\", a.attnum";

/// Every table of the database, by name.
pub fn schema(tx: &mut Tx<'_>) -> Result<Vec<Table>> {
    let sql = if tx.is_sqlite() { SQLITE } else { POSTGRES };
    let mut tables: BTreeMap<String, (Table, BTreeMap<i64, String>)> = BTreeMap::new();
    tx.each_row(sql, |row| {
        let [Value::Text(table), Value::Text(column), Value::Text(kind), required, key] = row
        else {
            return Ok(());
        };
        let (found, keys) = tables.entry(table.clone()).or_insert_with(|| {
            (Table { name: table.clone(), columns: vec![], key: vec![] }, BTreeMap::new())
        });
        let required = *required == Value::Whole(1);
        found.columns.push(Column { name: column.clone(), kind: kind.clone(), required });
        if let Value::Whole(place) = key
            && *place > 0
        {
            keys.insert(*place, column.clone());
        }
        Ok(())
    })?;
    let with_key = |(mut table, keys): (Table, BTreeMap<i64, String>)| {
        table.key = keys.into_values().collect();
        table
    };
    Ok(tables.into_values().map(with_key).collect())
}
