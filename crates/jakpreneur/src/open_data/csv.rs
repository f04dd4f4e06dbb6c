//! A published table as CSV: a row a group and stage, an empty cell where the number is hidden.
use super::{OpenTable, Publication};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

const COLUMNS: [(&str, Kind); 8] = [
    ("level", Kind::Text),
    ("code", Kind::Text),
    ("bps_code", Kind::Text),
    ("label", Kind::Text),
    ("stage", Kind::Text),
    ("persons", Kind::Number),
    ("as_at", Kind::Date),
    ("known_at", Kind::Number),
];

/// The file's bytes.
pub fn csv(
    publication: &Publication,
    table: &OpenTable,
    made_at: DateTime,
) -> Result<Vec<u8>, Unwritable> {
    let columns = COLUMNS.map(|(name, kind)| Column::new(name, kind)).into();
    let name = table.table.word().to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    let text = |text: &str| Value::Text(text.to_owned());
    let maybe = |it: &Option<String>| it.as_deref().map_or(Value::Empty, text);
    for row in &table.rows {
        for cell in &row.cells {
            let persons = cell.persons.and_then(|persons| i64::try_from(persons).ok());
            out.row(&[
                text(row.level),
                maybe(&row.code),
                maybe(&row.bps_code),
                text(&row.label),
                text(cell.stage.word()),
                persons.map_or(Value::Empty, Value::Whole),
                Value::Date(publication.as_at),
                Value::Whole(publication.known_at),
            ])?;
        }
    }
    Ok(out.finish()?.into_inner())
}
