//! From the cells of a workbook, which come one by one, to a header and rows.

use std::io::{self, Read, Seek};
use std::mem;
use std::sync::mpsc::SyncSender;

use calamine::{
    DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError,
};
use jiff::civil::Date;

use super::super::{Cell, Limits, Row, Unreadable};
use super::{BATCH, Message};

/// Why reading ends before the sheet does.
pub(super) enum Stop {
    /// The file is refused.
    Refused(Unreadable),
    /// Whoever asked for the rows has gone.
    Unwanted,
}

impl From<Unreadable> for Stop {
    fn from(reason: Unreadable) -> Self {
        Self::Refused(reason)
    }
}

/// Sends the first visible sheet that has a header: the header, then its rows.
pub(super) fn read<R: Read + Seek>(
    input: R,
    limits: &Limits,
    messages: &SyncSender<Message>,
) -> Result<(), Stop> {
    let mut workbook = Xlsx::new(input).map_err(reason)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    if workbook.sheets_metadata().is_empty() {
        return Err(Unreadable::NotATable.into());
    }
    for name in sheets {
        let cells = workbook.worksheet_cells_reader(&name).map_err(reason)?;
        let mut rows = SheetRows { cells, limits, waiting: None, ended: false };
        if let Some(header) = first_header(&mut rows)? {
            messages.send(Message::Header(header)).map_err(|_| Stop::Unwanted)?;
            return send_rows(&mut rows, messages);
        }
    }
    Err(Unreadable::NoHeader.into())
}

fn first_header<R: Read + Seek>(
    rows: &mut SheetRows<'_, R>,
) -> Result<Option<Vec<String>>, Unreadable> {
    while let Some(row) = rows.next_row()? {
        if let Some(header) = row.into_header() {
            return Ok(Some(header));
        }
    }
    Ok(None)
}

fn send_rows<R: Read + Seek>(
    rows: &mut SheetRows<'_, R>,
    messages: &SyncSender<Message>,
) -> Result<(), Stop> {
    let mut batch = Vec::with_capacity(BATCH);
    let outcome = loop {
        match rows.next_row() {
            Ok(Some(row)) => batch.push(row),
            Ok(None) => break Ok(()),
            Err(reason) => break Err(reason),
        }
        if batch.len() == BATCH {
            let full = mem::replace(&mut batch, Vec::with_capacity(BATCH));
            messages.send(Message::Rows(full)).map_err(|_| Stop::Unwanted)?;
        }
    };
    messages.send(Message::Rows(batch)).map_err(|_| Stop::Unwanted)?;
    outcome.map_err(Stop::Refused)
}

/// The rows of one sheet that hold something.
struct SheetRows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    limits: &'a Limits,
    /// The cell that showed that the row before it is complete.
    waiting: Option<(u32, usize, Cell)>,
    /// The reader must not be asked again: it would go on behind the rows.
    ended: bool,
}

impl<R: Read + Seek> SheetRows<'_, R> {
    fn next_row(&mut self) -> Result<Option<Row>, Unreadable> {
        let Some((row, column, cell)) = self.next_cell()? else { return Ok(None) };
        let mut cells = Vec::with_capacity(column + 1);
        place(&mut cells, column, cell);
        while let Some((other, column, cell)) = self.next_cell()? {
            if other != row {
                self.waiting = Some((other, column, cell));
                break;
            }
            place(&mut cells, column, cell);
        }
        Ok(Some(Row { line: u64::from(row) + 1, cells }))
    }

    /// The next cell that is not empty, with its row and column.
    fn next_cell(&mut self) -> Result<Option<(u32, usize, Cell)>, Unreadable> {
        if let Some(waiting) = self.waiting.take() {
            return Ok(Some(waiting));
        }
        while !self.ended {
            let Some(found) = self.cells.next_cell().map_err(reason)? else {
                self.ended = true;
                break;
            };
            let cell = cell(found.get_value());
            if cell != Cell::Empty {
                let (row, column) = found.get_position();
                return self.checked(row, column, cell).map(Some);
            }
        }
        Ok(None)
    }

    fn checked(&self, row: u32, column: u32, cell: Cell) -> Result<(u32, usize, Cell), Unreadable> {
        let column = usize::try_from(column).map_err(|_| Unreadable::TooManyColumns)?;
        self.limits.check_column(column)?;
        if let Cell::Text(text) = &cell {
            self.limits.check_cell(text)?;
        }
        Ok((row, column, cell))
    }
}

fn place(cells: &mut Vec<Cell>, column: usize, cell: Cell) {
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = cell;
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds all numbers as f64")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::written(text),
        DataRef::SharedString(text) => Cell::written(text),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTime(moment) => day(moment).map_or(Cell::Number(moment.as_f64()), Cell::Date),
        DataRef::DateTimeIso(text) => iso_day(text).map_or_else(|| Cell::written(text), Cell::Date),
        DataRef::Error(code) => Cell::Failed(code.to_string()),
    }
}

/// The day of a date cell. A time of day, a duration and 29 February 1900 are numbers still.
fn day(moment: &ExcelDateTime) -> Option<Date> {
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return None;
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let (year, month, day) = (year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    Date::new(year, month, day).ok()
}

fn iso_day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "calamine's many ways to say that a sheet is broken"
)]
fn reason(failure: XlsxError) -> Unreadable {
    match failure {
        XlsxError::Password => Unreadable::PasswordProtected,
        XlsxError::Zip(_) => Unreadable::BrokenZip,
        XlsxError::Io(failure) => io_reason(failure),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Unreadable::NotATable,
        _ => Unreadable::BrokenSheet,
    }
}

/// What cannot be unpacked is damaged; the rest is the disk's fault.
pub(super) fn io_reason(failure: io::Error) -> Unreadable {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    if matches!(failure.kind(), InvalidData | InvalidInput | UnexpectedEof) {
        return Unreadable::BrokenZip;
    }
    failure.into()
}
