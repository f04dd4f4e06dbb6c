//! Rows that go back to whoever sent them: the same kind of file, with the reasons beside.
use super::{Column, Formulas, Kind, Sheet, Unwritable, Value};
use crate::table::{self, Format};
use jiff::civil::DateTime;
use std::io::Cursor;

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

impl Back<'_> {
    /// The file of the rows that go back, as they came but for earlier reasons.
    pub fn file(&self, rows: &[RowBack]) -> Result<Vec<u8>, Unwritable> {
        let widest = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or_default();
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
        let out = Cursor::new(Vec::new());
        let mut out = match (self.format, self.delimiter) {
            (Format::Csv, Some(delimiter)) => sheet.start_delimited(out, delimiter)?,
            (format, _) => sheet.start(out, format)?,
        };
        for (cells, reasons) in rows {
            let text = |it: &String| Value::Text(it.clone());
            let cell = |place: &usize| cells.get(*place).map_or(Value::Empty, text);
            let reasons = Value::Text(reasons.clone());
            out.row(&places.iter().map(cell).chain([reasons]).collect::<Vec<_>>())?;
        }
        Ok(out.finish()?.into_inner())
    }

    fn title(&self, place: usize) -> String {
        self.titles.get(place).cloned().unwrap_or_default()
    }

    fn is_kept(&self, place: usize) -> bool {
        !table::matches(&self.title(place), self.reasons)
    }
}
