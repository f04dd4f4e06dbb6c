//! A consistent copy of a database while it serves: one SQLite file, whichever engine it came from.
use crate::{Address, Error, Migrated, Result, Table, Tx, Value, engine::Connection, schema};
use std::path::Path;

/// What a copy holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Rows of all tables.
    pub rows: u64,
    /// The journal position it was made at.
    pub position: i64,
}

/// Why a copy was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotCopied {
    /// The file is there already; a copy never overwrites.
    #[error("the file exists already")]
    Exists,
    /// The database to restore into holds something already.
    #[error("the database is not empty")]
    NotEmpty,
    /// The file is not a copy made by this product.
    #[error("the file is not a copy of a database")]
    NotACopy,
    /// The database broke.
    #[error(transparent)]
    Fault(#[from] Error),
}

impl Copied {
    /// Copies the database at `from` into the new file `to`.
    pub fn backup(from: &Address, to: &Path) -> std::result::Result<Self, NotCopied> {
        if to.exists() {
            return Err(NotCopied::Exists);
        }
        copy(from, &Address::Sqlite(to.to_owned()))
    }

    /// Fills the empty database `to` from a copy.
    pub fn restore(from: &Path, to: &Address) -> std::result::Result<Self, NotCopied> {
        if !from.is_file() {
            return Err(NotCopied::NotACopy);
        }
        let from = Address::Sqlite(from.to_owned());
        let mut source = Connection::owner(&from).map_err(|_| NotCopied::NotACopy)?;
        let tables = source.within(schema).map_err(|_| NotCopied::NotACopy)?;
        if !tables.iter().any(|table| table.name == "journal_head") {
            return Err(NotCopied::NotACopy);
        }
        Migrated::bring(to)?;
        let mut target = Connection::owner(to)?;
        let held = target.within(|tx| Ok::<_, Error>(tx.chain()?.position))?;
        if held > 0 {
            return Err(NotCopied::NotEmpty);
        }
        copy(&from, to)
    }
}

fn copy(from: &Address, to: &Address) -> std::result::Result<Copied, NotCopied> {
    Migrated::bring(to)?;
    let mut source = Connection::owner(from)?;
    let mut target = Connection::owner(to)?;
    let begin = match &source {
        Connection::Sqlite(_) => "begin",
        Connection::Postgres(_) => "begin isolation level repeatable read read only",
    };
    let mut looking = source.tx();
    looking.batch(begin)?;
    let copied = target.within(|writing| all_tables(&mut looking, writing))?;
    looking.batch("commit")?;
    if let Connection::Sqlite(lite) = &target {
        lite.execute_batch("pragma wal_checkpoint(truncate)").map_err(Error::from)?;
    }
    Ok(copied)
}

/// Parents before their children, because of the foreign keys.
const FIRST: [&str; 16] = [
    "agency",
    "region",
    "trade",
    "user_account",
    "business_group",
    "training_plan",
    "class",
    "licence_kind",
    "support_kind",
    "licence_wave",
    "target",
    "released_report",
    "mentor_transfer",
    "bank",
    "bazaar",
    "webhook",
];

/// What a migrated database holds of its own, children before their parents: the copy says it all again.
const REFERENCE: [&str; 20] = [
    "region",
    "agency",
    "trade",
    "journal_head",
    "licence_terms",
    "licence_exclusion",
    "halal_limits",
    "licence_kind",
    "wave_quota",
    "support_kind",
    "activity_patience",
    "bank_product",
    "bank",
    "kur_tier",
    "capital_terms",
    "report_terms",
    "finance_trade",
    "curation_criterion",
    "curation_grade",
    "bazaar_terms",
];

fn all_tables(looking: &mut Tx<'_>, writing: &mut Tx<'_>) -> Result<Copied> {
    let mut tables = schema(looking)?;
    tables.retain(|table| table.name != "migration");
    tables.sort_by_key(|table| turn(&table.name));
    for table in REFERENCE {
        writing.batch(&format!("delete from {table}"))?;
    }
    let mut copied = Copied { position: looking.chain()?.position, ..Copied::default() };
    for table in &tables {
        copied.rows += one_table(looking, writing, table)?;
    }
    Ok(copied)
}

fn turn(table: &str) -> usize {
    FIRST.iter().position(|first| *first == table).unwrap_or(FIRST.len())
}

fn one_table(looking: &mut Tx<'_>, writing: &mut Tx<'_>, table: &Table) -> Result<u64> {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let listed = columns.join(", ");
    let insert = format!("insert into {} ({listed}) values ({})", table.name, places.join(", "));
    let mut rows = 0;
    looking.each_row(&format!("select {listed} from {}", table.name), |values: &[Value]| {
        rows += 1;
        writing.insert_row(&insert, values)
    })?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_table_is_copied_after_those_it_refers_to() {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::Sqlite(folder.path().join("new.db"));
        Migrated::bring(&address).unwrap();
        let mut connection = Connection::owner(&address).unwrap();
        let mut tx = connection.tx();
        for table in schema(&mut tx).unwrap() {
            let parents =
                format!("select \"table\" from pragma_foreign_key_list('{}')", table.name);
            tx.each_row(&parents, |row: &[Value]| {
                let Some(Value::Text(parent)) = row.first() else { return Ok(()) };
                assert!(turn(parent) < turn(&table.name), "{} needs {parent}", table.name);
                Ok(())
            })
            .unwrap();
        }
    }
}
