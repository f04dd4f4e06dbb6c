//! What registrations left in a database, ready to be written into another.
use crate::{App, Problem};
use db::{Position, Tx, Value, schema};
use rules::ActId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The tables of a registration in the order in which it writes them, and how a row tells its position.
const TABLES: [(&str, &str); 6] = [
    ("journal", "t.position from journal t"),
    ("person", "t.position from person t"),
    (
        "nik_claim",
        "p.position from nik_claim t join person p on p.shard = t.shard and p.id = t.person_id",
    ),
    ("member", "t.position from member t"),
    ("business", "t.position from business t"),
    ("possible_duplicate", "t.position from possible_duplicate t"),
];

/// Registrations as rows.
pub(super) struct Recorded {
    /// How a row of each table is inserted.
    pub inserts: Vec<String>,
    /// In order of the journal.
    pub registrations: Vec<Registration>,
}

/// One registration as rows.
pub(super) struct Registration {
    /// Where it stands in the journal.
    pub position: Position,
    /// Under which key it was done.
    pub act: ActId,
    /// Where the person's rows live.
    pub shard: i16,
    /// By which the NIK is found.
    pub nik: Vec<u8>,
    /// By which the phone number is found.
    pub phone: Vec<u8>,
    /// Each row, with the number of its table.
    pub rows: Vec<(usize, Vec<Value>)>,
}

impl Recorded {
    /// Reads all that the registrations of a programme left.
    pub fn read(app: &App) -> Result<Self, Problem> {
        Ok(app.db.look(|tx| {
            let mut registrations = asked(tx)?;
            let columns = columns(tx)?;
            for (table, (columns, (_, from))) in columns.iter().zip(TABLES).enumerate() {
                add_rows(tx, table, columns, from, &mut registrations)?;
            }
            let inserts = TABLES.iter().zip(&columns).map(|((name, _), its)| insert(name, its));
            let inserts = inserts.collect();
            Ok::<_, db::Error>(Self {
                inserts,
                registrations: registrations.into_values().collect(),
            })
        })?)
    }
}

type ByPosition = BTreeMap<Position, Registration>;

const ASKED: &str = "
    select m.position, j.act_id, m.shard, m.nik_hash, m.phone_hash
    from member m join journal j on j.position = m.position";

fn asked(tx: &mut Tx<'_>) -> db::Result<ByPosition> {
    let mut registrations = ByPosition::new();
    tx.each_row(ASKED, |row| {
        let [Value::Whole(position), Value::Bytes(act), Value::Whole(shard), nik, phone] = row
        else {
            return Ok(());
        };
        let act = ActId(Uuid::from_slice(act).unwrap_or_default());
        let (position, shard) = (*position, i16::try_from(*shard).unwrap_or_default());
        let (nik, phone, rows) = (bytes(nik), bytes(phone), Vec::new());
        registrations.insert(position, Registration { position, act, shard, nik, phone, rows });
        Ok(())
    })?;
    Ok(registrations)
}

fn bytes(value: &Value) -> Vec<u8> {
    if let Value::Bytes(bytes) = value { bytes.clone() } else { Vec::new() }
}

/// The columns of each table.
fn columns(tx: &mut Tx<'_>) -> db::Result<Vec<Vec<String>>> {
    let tables = schema(tx)?;
    let of = |name: &str| -> Vec<String> {
        let table = tables.iter().filter(|table| table.name == name);
        table.flat_map(|table| table.columns.iter().map(|column| column.name.clone())).collect()
    };
    Ok(TABLES.iter().map(|(name, _)| of(name)).collect())
}

fn add_rows(
    tx: &mut Tx<'_>,
    table: usize,
    columns: &[String],
    from: &str,
    registrations: &mut ByPosition,
) -> db::Result<()> {
    let listed: Vec<String> = columns.iter().map(|column| format!("t.{column}")).collect();
    tx.each_row(&format!("select {}, {from}", listed.join(", ")), |row| {
        if let Some((Value::Whole(position), row)) = row.split_last()
            && let Some(registration) = registrations.get_mut(position)
        {
            registration.rows.push((table, row.to_vec()));
        }
        Ok(())
    })
}

fn insert(table: &str, columns: &[String]) -> String {
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    format!("insert into {table} ({}) values ({})", columns.join(", "), places.join(", "))
}
