//! Rows that go back: the same kind of file, with the reasons beside.
use super::{REASONS, Tried};
use documents::{
    table::{self, Format},
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

/// The file of the rows that go back, as they came but for earlier reasons.
pub fn back(tried: &Tried, made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let rows = &tried.rows;
    let widest = rows.rejected.iter().map(|(_, cells, _)| cells.len()).max().unwrap_or_default();
    let title = |place: &usize| rows.titles.get(*place).cloned().unwrap_or_default();
    let kept = |place: &usize| !table::matches(&title(place), REASONS);
    let places: Vec<usize> = (0..rows.titles.len().max(widest)).filter(kept).collect();
    let columns = places.iter().map(|place| Column::new(title(place), Kind::Text));
    let reasons = Column::new(REASONS, Kind::LongText);
    let sheet = Sheet {
        name: REASONS.to_owned(),
        columns: columns.chain([reasons]).collect(),
        made_at,
        formulas: Formulas::Verbatim,
    };
    let out = Cursor::new(Vec::new());
    let mut out = match rows.delimiter {
        Some(delimiter) if !tried.workbook => sheet.start_delimited(out, delimiter)?,
        Some(_) | None => sheet.start(out, format(tried))?,
    };
    for (_, cells, reasons) in &rows.rejected {
        let cell =
            |place: &usize| cells.get(*place).map_or(Value::Empty, |it| Value::Text(it.clone()));
        let reasons = Value::Text(reasons.clone());
        out.row(&places.iter().map(cell).chain([reasons]).collect::<Vec<_>>())?;
    }
    Ok(out.finish()?.into_inner())
}

fn format(tried: &Tried) -> Format {
    if tried.workbook { Format::Xlsx } else { Format::Csv }
}
