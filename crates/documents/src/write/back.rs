//! Rows that go back to whoever sent them: the same kind of file, with the reasons beside.
use super::{Column, Formulas, Kind, Sheet, Unwritable, Value, Writer};
use crate::table::{self, Format};
use jiff::civil::DateTime;
use std::io::{Cursor, Seek, Write};

/// A row that goes back: its cells as they came, and why.
pub type RowBack = (Vec<String>, String);

/// What came, and what of it goes back.
#[derive(Debug, Clone, Copy)]
pub struct Back<'b> {
    /// The header row as it came.
    pub titles: &'b [String],
    /// Between the columns, where delimited text came.
    pub delimiter: Option<u8>,
    /// The format that came.
    pub format: Format,
    /// The column of reasons; one that came with the file is replaced.
    pub reasons: &'b str,
    /// When the file is made.
    pub made_at: DateTime,
}

/// The file on its way back, row by row.
#[derive(Debug)]
pub struct GoingBack<W: Write + Seek + Send> {
    writer: Writer<W>,
    /// The places of the columns that go back: all but earlier reasons.
    places: Vec<usize>,
}

impl Back<'_> {
    /// The file of the rows that go back, as they came but for earlier reasons.
    pub fn file(&self, rows: &[RowBack]) -> Result<Vec<u8>, Unwritable> {
        let widest = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or_default();
        let mut back = self.start(widest, Cursor::new(Vec::new()))?;
        for (cells, reasons) in rows {
            let cells: Vec<Value> = cells.iter().cloned().map(Value::Text).collect();
            back.row(&cells, reasons.clone())?;
        }
        Ok(back.finish()?.into_inner())
    }

    /// Starts the file; no row that goes back has more cells than `widest`.
    pub fn start<W: Write + Seek + Send>(
        &self,
        widest: usize,
        out: W,
    ) -> Result<GoingBack<W>, Unwritable> {
        let places: Vec<usize> =
            (0..self.titles.len().max(widest)).filter(|place| self.is_kept(*place)).collect();
        let columns = places.iter().map(|place| Column::new(self.title(*place), Kind::Text));
        let reasons = Column::new(self.reasons, Kind::LongText);
        let sheet = Sheet {
            name: self.reasons.to_owned(),
            columns: columns.chain([reasons]).collect(),
            made_at: self.made_at,
            formulas: Formulas::Verbatim,
        };
        let writer = match (self.format, self.delimiter) {
            (Format::Csv, Some(delimiter)) => sheet.start_delimited(out, delimiter)?,
            (format, _) => sheet.start(out, format)?,
        };
        Ok(GoingBack { writer, places })
    }

    fn title(&self, place: usize) -> String {
        self.titles.get(place).cloned().unwrap_or_default()
    }

    fn is_kept(&self, place: usize) -> bool {
        !table::matches(&self.title(place), self.reasons)
    }
}

impl<W: Write + Seek + Send> GoingBack<W> {
    /// Writes a row as it came, with why it goes back.
    pub fn row(&mut self, cells: &[Value], reasons: String) -> Result<(), Unwritable> {
        let cell = |place: &usize| cells.get(*place).cloned().unwrap_or(Value::Empty);
        let cells = self.places.iter().map(cell);
        self.writer.row(&cells.chain([Value::Text(reasons)]).collect::<Vec<_>>())
    }

    /// Completes the file and gives back what it was written to.
    pub fn finish(self) -> Result<W, Unwritable> {
        self.writer.finish()
    }
}
