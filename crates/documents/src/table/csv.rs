//! A table as delimited text.

mod delimiter;
mod encoding;
mod lines;

use std::fmt;
use std::io::{Read, Seek};

use ::csv::{ReaderBuilder, StringRecord, Terminator};

use self::lines::Lines;
use super::{Cell, Limits, Row, Unreadable};

/// What a delimited text is read from.
pub(super) trait Input: Read + Seek + Send {}
impl<R: Read + Seek + Send> Input for R {}

/// The records of the text, the header among them.
pub(super) struct Records {
    reader: ::csv::Reader<Lines<Box<dyn Input>>>,
    record: StringRecord,
    delimiter: u8,
    /// Line ends inside quotes so far: a spreadsheet does not count them.
    broken_lines: u64,
    limits: Limits,
}

/// Finds encoding and delimiter, and reads as far as the header.
pub(super) fn open(
    mut input: Box<dyn Input>,
    limits: Limits,
) -> Result<(Vec<String>, Records), Unreadable> {
    refuse_other_files(&mut input)?;
    let encoding = encoding::find(&mut input)?;
    let delimiter = delimiter::find(&mut Lines::new(&mut input, encoding, limits.row))?;
    input.rewind()?;
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .terminator(Terminator::Any(b'\n'))
        .from_reader(Lines::new(input, encoding, limits.row));
    let record = StringRecord::new();
    let mut records = Records { reader, record, delimiter, broken_lines: 0, limits };
    while let Some(row) = records.next() {
        if let Some(header) = row?.into_header()
            && !delimiter::is_declared(&header)
        {
            return Ok((header, records));
        }
    }
    Err(Unreadable::NoHeader)
}

/// A PDF or a web page is text enough to pass for one long column.
fn refuse_other_files(input: &mut Box<dyn Input>) -> Result<(), Unreadable> {
    let mut first = [0; 5];
    let read = input.read(&mut first)?;
    input.rewind()?;
    let first = &first[..read];
    if first.starts_with(b"%PDF") || first.trim_ascii_start().starts_with(b"<") {
        return Err(Unreadable::NotATable);
    }
    Ok(())
}

impl Records {
    /// What divides the columns.
    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    fn read(&mut self) -> Result<Option<Row>, Unreadable> {
        if !self.reader.read_record(&mut self.record).map_err(reason)? {
            return Ok(None);
        }
        self.reader.get_mut().begin_row();
        let mut cells = Vec::with_capacity(self.record.len());
        for (column, text) in self.record.iter().enumerate() {
            self.limits.check_cell(text)?;
            if !text.is_empty() {
                self.limits.check_column(column)?;
            }
            self.broken_lines += line_ends(text);
            if column < self.limits.columns {
                cells.push(Cell::written(text));
            }
        }
        // Every line ends with one line feed here, so those read so far are the lines so far.
        let line = self.reader.position().line() - 1 - self.broken_lines;
        Ok(Some(Row { line, cells }))
    }
}

fn line_ends(text: &str) -> u64 {
    text.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

/// A flexible reader refuses only what it cannot read and what is no UTF-8.
fn reason(failure: ::csv::Error) -> Unreadable {
    if let ::csv::ErrorKind::Io(failure) = failure.into_kind() {
        return failure.into();
    }
    Unreadable::Encoding
}

impl Iterator for Records {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").finish_non_exhaustive()
    }
}
