//! Rows that go back: the same kind of file, with the reasons beside.
use super::{REASONS, Tried};
use documents::{
    table::Format,
    write::{Back, RowBack, Unwritable},
};
use jiff::civil::DateTime;

/// The file of the rows that go back, as they came but for earlier reasons.
pub fn back(tried: &Tried, made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let rows = &tried.rows;
    let back = Back {
        titles: &rows.titles,
        delimiter: rows.delimiter,
        format: if tried.workbook { Format::Xlsx } else { Format::Csv },
        reasons: REASONS,
        made_at,
    };
    let rejected = rows.rejected.iter();
    let rejected: Vec<RowBack> =
        rejected.map(|(_, cells, reasons)| (cells.clone(), reasons.clone())).collect();
    back.file(&rejected)
}
