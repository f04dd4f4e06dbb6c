//! Reading a table that an officer sends: one header row, then rows, whatever program wrote it.

mod cell;
mod csv;
mod format;
mod header;
mod limits;
mod unreadable;
mod xlsx;

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::Path;

pub use self::cell::{Cell, Row};
pub use self::format::Format;
pub use self::header::{matches, position};
pub use self::limits::{Limit, Limits};
pub use self::unreadable::Unreadable;

/// A table being read: its header is known, its rows still come.
#[derive(Debug)]
pub struct Table {
    /// The cells of the first row that is not empty, trimmed; none after the last that says anything.
    pub header: Vec<String>,
    /// Between the columns of delimited text; none in a workbook.
    pub delimiter: Option<u8>,
    /// What follows the header, in the order of the file.
    pub rows: Rows,
}

/// The rows of a [`Table`], read as they are asked for. Ends after the first failure.
#[derive(Debug)]
pub struct Rows {
    source: Source,
    width: usize,
    left: u64,
    ended: bool,
}

#[derive(Debug)]
enum Source {
    Csv(Box<csv::Records>),
    Xlsx(xlsx::Records),
}

/// Opens the file at `path` with the usual [`Limits`].
pub fn open(path: &Path, format: Format) -> Result<Table, Unreadable> {
    let file = File::open(path).map_err(|refusal| Unreadable::Io(refusal.kind()))?;
    read(BufReader::new(file), format, Limits::default())
}

/// Reads a table from anything that can be read and wound back.
pub fn read<R>(mut input: R, format: Format, limits: Limits) -> Result<Table, Unreadable>
where
    R: Read + Seek + Send + 'static,
{
    limits.check_file(&mut input)?;
    let (header, delimiter, source) = match format {
        Format::Csv => {
            let (header, records) = csv::open(Box::new(input), limits)?;
            (header, Some(records.delimiter()), Source::Csv(Box::new(records)))
        }
        Format::Xlsx => {
            let (header, records) = xlsx::open(input, limits)?;
            (header, None, Source::Xlsx(records))
        }
    };
    let width = header.len();
    Ok(Table { header, delimiter, rows: Rows { source, width, left: limits.rows, ended: false } })
}

/// Reads all rows below the header from memory: for small files and for hostile ones.
pub fn read_all(bytes: &[u8], format: Format, limits: Limits) -> Result<Vec<Row>, Unreadable> {
    read(Cursor::new(bytes.to_vec()), format, limits)?.rows.collect()
}

impl Rows {
    fn fit(&mut self, mut row: Row) -> Result<Row, Unreadable> {
        self.left = self.left.checked_sub(1).ok_or(Unreadable::TooManyRows)?;
        row.fit(self.width);
        Ok(row)
    }

    fn next_written(&mut self) -> Option<Result<Row, Unreadable>> {
        loop {
            let row = match &mut self.source {
                Source::Csv(records) => records.next(),
                Source::Xlsx(records) => records.next(),
            }?;
            match row {
                Ok(row) if row.is_blank() => {}
                Ok(_) | Err(_) => return Some(row),
            }
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.next_written().map(|row| row.and_then(|row| self.fit(row)));
        self.ended = !matches!(row, Some(Ok(_)));
        row
    }
}
