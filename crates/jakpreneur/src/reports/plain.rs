//! An answer as CSV for programs: a row a stage of each group, columns called as in the JSON answer.
use super::{Answer, By, Key, StageRow};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

const COLUMNS: [(&str, Kind); 10] = [
    ("stage", Kind::Text),
    ("code", Kind::Text),
    ("label", Kind::Text),
    ("persons", Kind::Number),
    ("reached", Kind::Number),
    ("open", Kind::Number),
    ("at", Kind::Number),
    ("share", Kind::Number),
    ("as_at", Kind::Date),
    ("known_at", Kind::Number),
];

/// The file's bytes.
pub fn plain(answer: &Answer, by: &[By], made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let mut columns = Vec::new();
    for by in by {
        columns.push(Column::new(by.word(), Kind::Text));
        columns.push(Column::new(format!("{}_label", by.word()), Kind::Text));
    }
    columns.extend(COLUMNS.map(|(name, kind)| Column::new(name, kind)));
    let name = "stages".to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    let mut write = |key: &[Key], persons: u64, rows: &[StageRow]| {
        rows.iter().try_for_each(|row| out.row(&line(answer, key, persons, row)))
    };
    match &answer.groups {
        None => write(&[], answer.persons, &answer.rows)?,
        Some(groups) => {
            groups.iter().try_for_each(|group| write(&group.key, group.persons, &group.rows))?;
        }
    }
    Ok(out.finish()?.into_inner())
}

fn line(answer: &Answer, key: &[Key], persons: u64, row: &StageRow) -> Vec<Value> {
    let whole = |number: u64| Value::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let text = |text: &str| Value::Text(text.to_owned());
    let mut values = Vec::new();
    for key in key {
        values.push(key.code.as_deref().map_or(Value::Empty, text));
        values.push(text(&key.label));
    }
    values.extend([text(row.stage.word()), text(row.code), text(row.label)]);
    values.extend([persons, row.reached, row.open, row.at].map(whole));
    let share = row.percent.and_then(|percent| i64::try_from(percent.0).ok());
    values.push(share.map_or(Value::Empty, Value::Percent2));
    values.extend([Value::Date(answer.as_at), Value::Whole(answer.known_at)]);
    values
}
