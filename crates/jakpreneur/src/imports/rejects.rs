//! Rows that go back: kept sealed, and written as the file they came in, with the reasons beside.
use super::{
    Job,
    lines::{Line, Reason},
    parts::about,
    words,
};
use crate::{App, House, Problem};
use db::{Result, Tx, sql};
use documents::{
    table::Cell,
    write::{Back, Unwritable, Value},
};
use rules::Date;
use serde::{Deserialize, Serialize};
use std::io::{Seek, Write};
use uuid::Uuid;

/// A cell as it is kept: a number bit by bit, for its text may round.
#[derive(Serialize, Deserialize)]
enum Kept {
    E,
    T(String),
    N(u64),
    D(Date),
    B(bool),
    F(String),
}

/// The header row as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    /// Its cells.
    pub titles: Vec<String>,
    /// Between the columns of delimited text.
    pub delimiter: Option<u8>,
}

sql!(
    ADD = "
    insert into import_reject (import_id, line, width, cells, reasons) values ($1, $2, $3, $4, $5)"
);
/// Keeps a row that goes back.
pub fn add(
    tx: &mut Tx<'_>,
    house: &House,
    import: Uuid,
    line: &Line,
    reasons: &[Reason],
) -> Result<()> {
    let cells: Vec<Kept> = line.row.cells.iter().map(keep).collect();
    let width = i64::try_from(cells.len()).unwrap_or(i64::MAX);
    let sealed = seal(house, import, line.number(), &cells);
    tx.run(ADD, (import, line.number(), width, sealed, words::sentences(reasons))).map(drop)
}

sql!(FORGET = "delete from import_reject where import_id = $1");
/// Forgets the rows of a file.
pub fn forget(tx: &mut Tx<'_>, import: Uuid) -> Result<()> {
    tx.run(FORGET, (import,)).map(drop)
}

sql!(FORGET_OLD = "delete from import_reject where import_id < $1");
/// Forgets the rows of all files sent before `before`.
pub fn forget_old(tx: &mut Tx<'_>, before: Uuid) -> Result<()> {
    tx.run(FORGET_OLD, (before,)).map(drop)
}

sql!(FIRST = "select line, reasons from import_reject where import_id = $1 order by line limit $2");
/// The lines of the first rows that go back, with the reasons; nothing of what is in them.
pub fn first(tx: &mut Tx<'_>, import: Uuid, limit: i64) -> Result<Vec<(i64, String)>> {
    tx.all(FIRST, (import, limit))
}

sql!(WIDEST = "select coalesce(max(width), 0) from import_reject where import_id = $1");
sql!(
    ROWS = "
    select line, cells, reasons from import_reject where import_id = $1 order by line"
);
/// Writes the rows that go back: the format, delimiter, header and cells as they came, and why.
/// Without rows the file holds the header alone.
pub fn write<W: Write + Seek + Send>(
    app: &App,
    job: &Job,
    out: W,
) -> std::result::Result<W, Problem> {
    app.db.look(|tx| {
        let head = head(tx, &app.house, job)?;
        let widest: Option<(i64,)> = tx.maybe(WIDEST, (job.id,))?;
        let width = widest.and_then(|(width,)| usize::try_from(width).ok()).unwrap_or_default();
        let mut back = back(&head, job).start(width, out).map_err(unwritable)?;
        let mut fault = None;
        tx.each(ROWS, (job.id,), |(line, sealed, reasons): (i64, Vec<u8>, String)| {
            if fault.is_none() {
                let written = open::<Vec<Kept>>(&app.house, job.id, line, &sealed)
                    .and_then(|cells| back.row(&values(cells), reasons).map_err(unwritable));
                fault = written.err();
            }
            Ok(())
        })?;
        fault.map_or_else(|| back.finish().map_err(unwritable), Err)
    })
}

fn back<'b>(head: &'b Head, job: &Job) -> Back<'b> {
    Back {
        titles: &head.titles,
        delimiter: head.delimiter,
        format: job.format,
        reasons: job.kind.reasons(),
        made_at: job.made_at.date().at(0, 0, 0, 0),
    }
}

fn values(cells: Vec<Kept>) -> Vec<Value> {
    cells.into_iter().map(|cell| Value::from(&cell.cell())).collect()
}

fn head(tx: &mut Tx<'_>, house: &House, job: &Job) -> std::result::Result<Head, Problem> {
    let sealed = super::rows::head(tx, job.id)?.ok_or(Problem::NotFound)?;
    open(house, job.id, HEAD, &sealed)
}

/// The header is bound to a line no file has.
const HEAD: i64 = 0;

impl Head {
    /// Sealed, for the row of its import.
    pub fn sealed(&self, house: &House, import: Uuid) -> Vec<u8> {
        seal(house, import, HEAD, self)
    }
}

fn seal(house: &House, import: Uuid, line: i64, what: &impl Serialize) -> Vec<u8> {
    let clear = zeroize::Zeroizing::new(serde_json::to_vec(what).unwrap_or_default());
    house.seal.own_key().seal(house.bytes(), &about(import, line), &clear)
}

fn open<T: for<'de> Deserialize<'de>>(
    house: &House,
    import: Uuid,
    line: i64,
    sealed: &[u8],
) -> std::result::Result<T, Problem> {
    let clear = house.seal.own_key().open(&about(import, line), sealed);
    let read = clear.and_then(|clear| serde_json::from_slice(&clear).ok());
    read.ok_or_else(|| Problem::Broken("a row that goes back cannot be opened".to_owned()))
}

fn unwritable(reason: Unwritable) -> Problem {
    Problem::Broken(format!("the rows that go back cannot be written: {reason}"))
}

fn keep(cell: &Cell) -> Kept {
    match cell {
        Cell::Empty => Kept::E,
        Cell::Text(text) => Kept::T(text.clone()),
        Cell::Number(number) => Kept::N(number.to_bits()),
        Cell::Date(day) => Kept::D(*day),
        Cell::Truth(truth) => Kept::B(*truth),
        Cell::Failed(code) => Kept::F(code.clone()),
    }
}

impl Kept {
    fn cell(self) -> Cell {
        match self {
            Self::E => Cell::Empty,
            Self::T(text) => Cell::Text(text),
            Self::N(bits) => Cell::Number(f64::from_bits(bits)),
            Self::D(day) => Cell::Date(day),
            Self::B(truth) => Cell::Truth(truth),
            Self::F(code) => Cell::Failed(code),
        }
    }
}
