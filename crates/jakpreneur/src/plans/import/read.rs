//! From the rows of a file to the lines of a plan.
use super::{
    super::{LineForm, TITLES, Trades},
    REASONS,
};
use crate::{
    FieldError, House,
    words::{Lang, message},
};
use documents::table::{self, Format, Limits, Row, Unreadable};
use rules::{
    RegionCode,
    training::plan::{MOST_LINES, PlannedClasses},
};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// Those a file must have; the others may be missing.
const REQUIRED: usize = 8;
/// The field each column goes into, in the order of [`TITLES`].
const FIELDS: [&str; TITLES.len()] = [
    "kind",
    "trade",
    "area",
    "month",
    "classes",
    "seats",
    "sessions",
    "persons",
    "budget_line",
    "budget",
    "first_on",
    "place",
    "trainer",
];

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The header row.
    pub titles: Vec<String>,
    /// Between the columns of delimited text.
    pub delimiter: Option<u8>,
    /// Names of columns that mean nothing here.
    pub unknown: Vec<String>,
    /// The rows that are lines of a plan.
    pub lines: Vec<PlannedClasses>,
    /// The rows that go back: the row of the file, its cells, and why.
    pub rejected: Vec<(u64, Vec<String>, String)>,
}

/// Why a whole file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A column that must be there is missing.
    ColumnMissing(&'static str),
    /// It is larger than a plan can be.
    TooLarge,
    /// It is no table.
    NotATable,
}

/// Reads a file for the plan of an area and a year.
pub fn read(
    house: &House,
    trades: &Trades,
    bytes: Vec<u8>,
    format: Format,
    (around, year): (RegionCode, i16),
) -> Result<Rows, Unusable> {
    let table = table::read(Cursor::new(bytes), format, Limits::default()).map_err(unusable)?;
    let places = places(&table.header)?;
    let mut read = Rows {
        unknown: unknown(&table.header, &places),
        titles: table.header,
        delimiter: table.delimiter,
        ..Rows::default()
    };
    for row in table.rows {
        let row = row.map_err(unusable)?;
        if read.lines.len() + read.rejected.len() >= MOST_LINES {
            return Err(Unusable::TooLarge);
        }
        match form(&places, &row).understand(house, trades, around, year) {
            Ok(line) => read.lines.push(line),
            Err(wrong) => {
                let cells = row.cells.iter().map(table::Cell::text).collect();
                read.rejected.push((row.line, cells, reasons(&wrong)));
            }
        }
    }
    Ok(read)
}

fn places(header: &[String]) -> Result<Vec<Option<usize>>, Unusable> {
    let places: Vec<_> = TITLES.iter().map(|title| table::position(header, title)).collect();
    let missing = TITLES.iter().zip(&places).take(REQUIRED).find(|(_, place)| place.is_none());
    missing.map_or(Ok(()), |(title, _)| Err(Unusable::ColumnMissing(title)))?;
    Ok(places)
}

fn unknown(header: &[String], places: &[Option<usize>]) -> Vec<String> {
    let means_nothing = |(place, title): &(usize, &String)| {
        !title.is_empty() && !places.contains(&Some(*place)) && !table::matches(title, REASONS)
    };
    header.iter().enumerate().filter(means_nothing).map(|(_, title)| title.clone()).collect()
}

fn form(places: &[Option<usize>], row: &Row) -> LineForm {
    let cell = |at: usize| {
        let place = places.get(at).copied().flatten();
        place.and_then(|place| row.cells.get(place)).map(table::Cell::text).unwrap_or_default()
    };
    LineForm {
        kind: cell(0),
        trade: cell(1),
        area: cell(2),
        month: cell(3),
        classes: cell(4),
        seats: cell(5),
        sessions: cell(6),
        persons: cell(7),
        budget_line: cell(8),
        budget: cell(9),
        first_on: cell(10),
        place: cell(11),
        trainer: cell(12),
    }
}

/// What an officer reads about a row, in Indonesian: one sentence a reason.
fn reasons(wrong: &[FieldError]) -> String {
    let title = |field: &str| {
        let at = FIELDS.iter().position(|known| *known == field);
        at.and_then(|at| TITLES.get(at)).copied().unwrap_or(REASONS)
    };
    let said =
        |wrong: &FieldError| format!("{}: {}", title(wrong.field), message(wrong.code, Lang::Id));
    wrong.iter().map(said).collect::<Vec<_>>().join("; ")
}

fn unusable(reason: Unreadable) -> Unusable {
    match reason {
        Unreadable::TooLarge(_) | Unreadable::TooManyRows | Unreadable::TooManyColumns => {
            Unusable::TooLarge
        }
        Unreadable::NotATable
        | Unreadable::BrokenZip
        | Unreadable::BrokenSheet
        | Unreadable::PasswordProtected
        | Unreadable::OldExcel
        | Unreadable::NoHeader
        | Unreadable::Encoding
        | Unreadable::Io(_) => Unusable::NotATable,
    }
}
