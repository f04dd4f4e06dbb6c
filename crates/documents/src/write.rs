//! Writing what somebody takes away: a table, row by row, without holding it in memory; files in one archive.

mod archive;
mod back;
mod csv;
mod value;
mod xlsx;

use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;

use jiff::civil::DateTime;

pub use self::archive::archive;
pub use self::back::{Back, GoingBack, RowBack};
pub use self::value::{Column, Kind, Value};
use crate::table::Format;

/// What is said about a table before its first row.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The name of the sheet in a workbook: at most 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// When the table was made; a workbook says so, and equal tables give equal files.
    pub made_at: DateTime,
    /// What becomes of text in a CSV file that a spreadsheet would take for a formula.
    pub formulas: Formulas,
}

/// What becomes of text that begins like a formula. A workbook knows text from formulas by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formulas {
    /// It gets a leading apostrophe, so that opening the file runs nothing: for all exports.
    Disarmed,
    /// It stays as it is: only for rows going back to whoever sent them.
    Verbatim,
}

/// Why a table could not be written. What it prints is a code for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// The row has another number of values than there are columns.
    #[error("ragged_row")]
    RaggedRow,
    /// A workbook holds 1,048,576 rows, the header among them.
    #[error("too_many_rows")]
    TooManyRows,
    /// A cell of a workbook holds 32,767 characters.
    #[error("text_too_long")]
    TextTooLong,
    /// The name of the sheet is not one that Excel takes.
    #[error("sheet_name")]
    SheetName,
    /// The disk, or what the table is written to, refused.
    #[error("io")]
    Io(io::ErrorKind),
    /// The library that makes workbooks refused for a reason that should not occur.
    #[error("workbook")]
    Workbook,
}

impl From<io::Error> for Unwritable {
    fn from(failure: io::Error) -> Self {
        Self::Io(failure.kind())
    }
}

/// A table being written. Nothing is complete before [`Writer::finish`].
#[derive(Debug)]
pub struct Writer<W: Write + Seek + Send> {
    out: Out<W>,
    width: usize,
}

#[derive(Debug)]
enum Out<W: Write + Seek + Send> {
    Csv(Box<csv::Text<W>>),
    Xlsx(Box<xlsx::Book<W>>),
}

impl Sheet {
    /// Starts the file at `path`, replacing what is there.
    pub fn create(&self, path: &Path, format: Format) -> Result<Writer<File>, Unwritable> {
        self.start(File::create(path)?, format)
    }

    /// Starts the table on anything that can be written to.
    pub fn start<W: Write + Seek + Send>(
        &self,
        out: W,
        format: Format,
    ) -> Result<Writer<W>, Unwritable> {
        let out = match format {
            Format::Csv => return self.start_delimited(out, b','),
            Format::Xlsx => Out::Xlsx(Box::new(xlsx::Book::start(self, out)?)),
        };
        Ok(Writer { out, width: self.columns.len() })
    }

    /// Starts delimited text, for rows that go back the way they were divided.
    pub fn start_delimited<W: Write + Seek + Send>(
        &self,
        out: W,
        delimiter: u8,
    ) -> Result<Writer<W>, Unwritable> {
        let out = Out::Csv(Box::new(csv::Text::start(self, out, delimiter)?));
        Ok(Writer { out, width: self.columns.len() })
    }
}

impl<W: Write + Seek + Send> Writer<W> {
    /// Writes the next row: one value for each column.
    pub fn row(&mut self, values: &[Value]) -> Result<(), Unwritable> {
        if values.len() != self.width {
            return Err(Unwritable::RaggedRow);
        }
        match &mut self.out {
            Out::Csv(text) => text.row(values),
            Out::Xlsx(book) => book.row(values),
        }
    }

    /// Writes sums of whole columns behind the last row of a workbook, as formulas that a spreadsheet
    /// computes again, beside what they come to; text has no formulas, and gets none. Nothing follows them.
    pub fn sums(&mut self, label: &str, sums: &[(u16, i64)]) -> Result<(), Unwritable> {
        match &mut self.out {
            Out::Csv(_) => Ok(()),
            Out::Xlsx(book) => book.sums(label, sums),
        }
    }

    /// Completes the table and gives back what it was written to.
    pub fn finish(self) -> Result<W, Unwritable> {
        match self.out {
            Out::Csv(text) => text.finish(),
            Out::Xlsx(book) => book.finish(),
        }
    }
}
