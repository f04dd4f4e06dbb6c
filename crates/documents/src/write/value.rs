//! What a written cell holds.

use jiff::civil::Date;

use crate::table::Cell;

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text, and it stays text: a NIK keeps its digits.
    Text(String),
    /// A whole number, such as persons or rupiah.
    Whole(i64),
    /// Percent in hundredths: 1234 is 12.34 %.
    Percent2(i64),
    /// A day.
    Date(Date),
    /// A number as a spreadsheet holds it; only for cells that go back as they came.
    Number(f64),
}

impl From<&Cell> for Value {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Number(number) => Self::Number(*number),
            Cell::Date(day) => Self::Date(*day),
            Cell::Text(_) | Cell::Truth(_) | Cell::Failed(_) => Self::Text(cell.text()),
        }
    }
}

/// A column of a written table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title in the header row.
    pub title: String,
    /// What it holds, for its width.
    pub kind: Kind,
}

/// What a column mostly holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Short text: codes, identity numbers, names.
    Text,
    /// Text of more than a few words.
    LongText,
    /// Numbers and percentages.
    Number,
    /// Days.
    Date,
}

impl Column {
    /// A column by its title and kind.
    pub fn new(title: impl Into<String>, kind: Kind) -> Self {
        Self { title: title.into(), kind }
    }
}
