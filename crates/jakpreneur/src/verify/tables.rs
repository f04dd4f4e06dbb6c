//! A table of the live database beside the same table rebuilt, row by row in the order of its key.
use super::{Difference, NotVerified, Telling};
use crate::journal::Db;
use db::{Table, Tx, Value, schema};
use std::{
    cmp::Ordering,
    sync::{Arc, mpsc},
    thread,
};

/// Tables that are not made from the journal: the journal itself, references, what proves who somebody
/// is, who read what, and what passes. Every other table must follow from the journal.
pub const KEPT: [&str; 35] = [
    "activity_patience",
    "agency",
    "api_token",
    "bank",
    "bank_product",
    "bazaar_terms",
    "capital_terms",
    "credential",
    "curation_criterion",
    "curation_grade",
    "finance_trade",
    "halal_limits",
    "journal",
    "journal_head",
    "kur_tier",
    "licence_exclusion",
    "licence_kind",
    "licence_terms",
    "member_session",
    "migration",
    "read_log",
    "region",
    "released_content",
    "report_terms",
    "session",
    "setting",
    "sign_in_code",
    "sign_in_failure",
    "stored_file",
    "support_kind",
    "trade",
    "wave_quota",
    "webhook_attempt",
    "webhook_progress",
    "webhook_secret",
];
/// Tables of imports under way.
const PASSING: &str = "import";
/// What erases a person cannot be in the journal.
const NOT_IN_JOURNAL: [(&str, &str); 1] = [("person", "salt")];

type Row = Vec<Value>;

/// Every table that must follow from the journal; people first, whose keys open everything else.
pub(super) fn derived(live: &mut Tx<'_>) -> Result<Vec<Table>, NotVerified> {
    let mut tables = schema(live)?;
    tables.retain(|table| !KEPT.contains(&table.name.as_str()) && !table.name.starts_with(PASSING));
    tables.sort_by_key(|table| table.name != "person");
    for table in &mut tables {
        let name = table.name.clone();
        table.columns.retain(|column| !NOT_IN_JOURNAL.contains(&(&name, &column.name)));
    }
    Ok(tables)
}

/// Compares a table with its rebuilt copy; answers how many rows it has.
pub(super) fn compare(
    live: &mut Tx<'_>,
    rebuilt: &Arc<Db>,
    table: &Table,
    telling: Telling<'_>,
) -> Result<u64, NotVerified> {
    let sql = in_order(table);
    let (send, receive) = mpsc::sync_channel::<Row>(4096);
    let reader = {
        let (rebuilt, sql) = (rebuilt.clone(), sql.clone());
        thread::spawn(move || rebuilt.look(|tx| send_rows(tx, &sql, &send)))
    };
    let mut merging = Merging { table, rebuilt: receive, rows: 0, differs: None };
    live.each_row(&sql, |row| {
        merging.next(row);
        if merging.rows.is_multiple_of(100_000) {
            telling(&table.name, merging.rows, merging.rows);
        }
        Ok(())
    })?;
    let compared = merging.end();
    // The reader ends when the receiver is gone.
    match reader.join() {
        Ok(read) => read?,
        Err(_) => return Err(db::Error::Panicked.into()),
    }
    telling(
        &table.name,
        compared.as_ref().copied().unwrap_or_default(),
        compared.as_ref().copied().unwrap_or_default(),
    );
    Ok(compared?)
}

fn in_order(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    format!("select {} from {} order by {}", columns.join(", "), table.name, table.key.join(", "))
}

fn send_rows(tx: &mut Tx<'_>, sql: &str, send: &mpsc::SyncSender<Row>) -> Result<(), db::Error> {
    let mut wanted = true;
    tx.each_row(sql, |row| {
        wanted = wanted && send.send(row.to_vec()).is_ok();
        Ok(())
    })
}

/// Both tables read side by side.
struct Merging<'t> {
    table: &'t Table,
    rebuilt: mpsc::Receiver<Row>,
    rows: u64,
    differs: Option<Difference>,
}

impl Merging<'_> {
    fn next(&mut self, row: &[Value]) {
        if self.differs.is_some() {
            return;
        }
        self.rows += 1;
        self.differs = match self.rebuilt.recv() {
            Ok(rebuilt) => self.difference(row, &rebuilt),
            Err(_) => Some(self.added(row)),
        };
    }

    fn end(self) -> Result<u64, Difference> {
        let left = if self.differs.is_none() { self.rebuilt.recv().ok() } else { None };
        let missing = left.map(|row| self.missing(&row));
        self.differs.or(missing).map_or(Ok(self.rows), Err)
    }

    fn difference(&self, live: &[Value], rebuilt: &[Value]) -> Option<Difference> {
        match self.key(live).cmp(&self.key(rebuilt)) {
            Ordering::Less => return Some(self.added(live)),
            Ordering::Greater => return Some(self.missing(rebuilt)),
            Ordering::Equal => {}
        }
        let at = live.iter().zip(rebuilt).position(|(live, rebuilt)| live != rebuilt)?;
        let column = self.table.columns.get(at).map(|column| column.name.clone());
        Some(Difference::Changed {
            table: self.table.name.clone(),
            key: self.told(live),
            column: column.unwrap_or_default(),
        })
    }

    fn added(&self, row: &[Value]) -> Difference {
        Difference::Added { table: self.table.name.clone(), key: self.told(row) }
    }

    fn missing(&self, row: &[Value]) -> Difference {
        Difference::Missing { table: self.table.name.clone(), key: self.told(row) }
    }

    fn key<'r>(&self, row: &'r [Value]) -> Vec<&'r Value> {
        let place = |name: &String| self.table.columns.iter().position(|it| it.name == *name);
        let places = self.table.key.iter().filter_map(place);
        places.filter_map(|at| row.get(at)).collect()
    }

    fn told(&self, row: &[Value]) -> String {
        let key: Vec<String> = self.key(row).into_iter().map(told).collect();
        format!("({})", key.join(", "))
    }
}

fn told(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Whole(whole) => whole.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => uuid::Uuid::from_slice(bytes)
            .map_or_else(|_| format!("{bytes:02x?}"), |id| id.to_string()),
    }
}
