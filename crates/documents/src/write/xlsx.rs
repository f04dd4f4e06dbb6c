//! The table as an Excel workbook of one sheet.

use std::io::{Seek, Write};

use rust_xlsxwriter::{
    DocProperties, Format, Formula, Workbook, Worksheet, XlsxError, utility::column_number_to_name,
};

use super::{Kind, Sheet, Unwritable, Value};

/// A workbook being written; its rows wait in a temporary file.
pub(super) struct Book<W> {
    workbook: Workbook,
    out: W,
    next_row: u32,
    /// How many rows of sums stand behind the others.
    sums: u32,
    last_column: u16,
    formats: Formats,
}

struct Formats {
    whole: Format,
    percent: Format,
    date: Format,
    text: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            whole: Format::new().set_num_format("#,##0"),
            percent: Format::new().set_num_format("0.00%"),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            text: Format::new().set_num_format("@"),
        }
    }
}

impl<W: Write + Seek + Send> Book<W> {
    pub(super) fn start(sheet: &Sheet, out: W) -> Result<Self, Unwritable> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&sheet.made_at));
        let page = workbook.add_worksheet_with_constant_memory().map_err(reason)?;
        page.set_name(sheet.name.as_str()).map_err(reason)?;
        page.set_freeze_panes(1, 0).map_err(reason)?;
        write_titles(page, sheet)?;
        let last_column = u16::try_from(sheet.columns.len().saturating_sub(1))
            .map_err(|_| Unwritable::RaggedRow)?;
        Ok(Self { workbook, out, next_row: 1, sums: 0, last_column, formats: Formats::new() })
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), Unwritable> {
        let page = self.workbook.worksheet_from_index(0).map_err(reason)?;
        for (column, value) in (0..).zip(values) {
            write_cell(page, self.next_row, column, value, &self.formats).map_err(reason)?;
        }
        self.next_row += 1;
        Ok(())
    }

    pub(super) fn sums(&mut self, label: &str, sums: &[(u16, i64)]) -> Result<(), Unwritable> {
        let bold = Format::new().set_bold();
        let total = Format::new().set_bold().set_num_format("#,##0");
        let page = self.workbook.worksheet_from_index(0).map_err(reason)?;
        let (row, last) = (self.next_row + self.sums, self.next_row);
        page.write_string_with_format(row, 0, label, &bold).map_err(reason)?;
        for (column, sum) in sums {
            let name = column_number_to_name(*column);
            let formula = Formula::new(format!("SUM({name}2:{name}{last})"));
            let formula = formula.set_result(sum.to_string());
            page.write_formula_with_format(row, *column, formula, &total).map_err(reason)?;
        }
        self.sums += 1;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<W, Unwritable> {
        let page = self.workbook.worksheet_from_index(0).map_err(reason)?;
        page.autofilter(0, 0, self.next_row - 1, self.last_column).map_err(reason)?;
        self.workbook.save_to_writer(&mut self.out).map_err(reason)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn write_titles(page: &mut Worksheet, sheet: &Sheet) -> Result<(), Unwritable> {
    let bold = Format::new().set_bold();
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(at, width(&column.title, column.kind)).map_err(reason)?;
        page.write_string_with_format(0, at, column.title.as_str(), &bold).map_err(reason)?;
    }
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => return Ok(()),
        Value::Text(text) => {
            page.write_string_with_format(row, column, text.as_str(), &formats.text)
        }
        Value::Whole(number) => {
            page.write_number_with_format(row, column, float(*number), &formats.whole)
        }
        Value::Percent2(hundredths) => {
            let share = float(*hundredths) / 10_000.0;
            page.write_number_with_format(row, column, share, &formats.percent)
        }
        Value::Date(day) => page.write_datetime_with_format(row, column, day, &formats.date),
        Value::Number(number) => page.write_number(row, column, *number),
    }
    .map(drop)
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds all numbers as f64")]
fn float(number: i64) -> f64 {
    number as f64
}

/// Wide enough for the title with its filter arrow, and for what the column mostly holds.
fn width(title: &str, kind: Kind) -> f64 {
    let content: u32 = match kind {
        Kind::Text => 20,
        Kind::LongText => 40,
        Kind::Number => 14,
        Kind::Date => 12,
    };
    let title = u32::try_from(title.chars().count()).unwrap_or(u32::MAX).saturating_add(4);
    f64::from(content.max(title).min(60))
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "most refusals concern charts, images and names that are not used here"
)]
fn reason(failure: XlsxError) -> Unwritable {
    match failure {
        XlsxError::IoError(failure) => failure.into(),
        XlsxError::RowColumnLimitError => Unwritable::TooManyRows,
        XlsxError::MaxStringLengthExceeded => Unwritable::TextTooLong,
        XlsxError::SheetnameCannotBeBlank(_)
        | XlsxError::SheetnameLengthExceeded(_)
        | XlsxError::SheetnameContainsInvalidCharacter(_)
        | XlsxError::SheetnameStartsOrEndsWithApostrophe(_) => Unwritable::SheetName,
        _ => Unwritable::Workbook,
    }
}

impl<W> std::fmt::Debug for Book<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book").field("next_row", &self.next_row).finish_non_exhaustive()
    }
}
