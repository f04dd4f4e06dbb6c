//! An answer as a file that is counted on: a row a stage of each group, numbers as numbers.
use super::{Answer, By, Key, StageRow, lines};
use crate::{House, Problem};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value, Writer},
};
use std::io::{Seek, Write};

/// Writes the answer as CSV or XLSX.
pub fn write<W: Write + Seek + Send>(
    house: &House,
    answer: &Answer,
    by: &[By],
    format: Format,
    out: W,
) -> Result<W, Problem> {
    all(house, answer, by, format, out)
        .map_err(|why| Problem::Broken(format!("the file was not written: {why}")))
}

fn all<W: Write + Seek + Send>(
    house: &House,
    answer: &Answer,
    by: &[By],
    format: Format,
    out: W,
) -> Result<W, Unwritable> {
    let mut writer = sheet(house, by, format).start(out, format)?;
    let Some(groups) = &answer.groups else {
        rows(&mut writer, answer, &[], answer.persons, &answer.rows)?;
        return writer.finish();
    };
    for group in groups {
        rows(&mut writer, answer, &group.key, group.persons, &group.rows)?;
    }
    writer.finish()
}

/// In a workbook the columns are called as people call them, in CSV as programs do in answers.
fn sheet(house: &House, by: &[By], format: Format) -> Sheet {
    let called = |title: &str, name: &str| match format {
        Format::Xlsx => title.to_owned(),
        Format::Csv => name.to_owned(),
    };
    let mut columns = Vec::new();
    for by in by {
        let (title, word) = (lines::title(*by), by.word());
        columns.push(Column::new(called(&format!("Kode {title}"), word), Kind::Text));
        columns.push(Column::new(called(title, &format!("{word}_label")), Kind::Text));
    }
    for (title, name, kind) in COLUMNS {
        columns.push(Column::new(called(title, name), kind));
    }
    Sheet {
        name: "Capaian".to_owned(),
        columns,
        made_at: house.now().civil(),
        formulas: Formulas::Disarmed,
    }
}

const COLUMNS: [(&str, &str, Kind); 10] = [
    ("Kata", "stage", Kind::Text),
    ("Kode", "code", Kind::Text),
    ("Tahap", "label", Kind::Text),
    ("Orang", "persons", Kind::Number),
    ("Tercapai", "reached", Kind::Number),
    ("Berjalan", "open", Kind::Number),
    ("Tahap terakhir", "at", Kind::Number),
    ("Persen", "share", Kind::Number),
    ("Keadaan per", "as_at", Kind::Date),
    ("Posisi jurnal", "known_at", Kind::Number),
];

fn rows<W: Write + Seek + Send>(
    writer: &mut Writer<W>,
    answer: &Answer,
    key: &[Key],
    persons: u64,
    rows: &[StageRow],
) -> Result<(), Unwritable> {
    for row in rows {
        let mut values = Vec::new();
        for key in key {
            values.push(key.code.clone().map_or(Value::Empty, Value::Text));
            values.push(Value::Text(key.label.clone()));
        }
        values.push(Value::Text(row.stage.word().to_owned()));
        values.push(Value::Text(row.code.to_owned()));
        values.push(Value::Text(row.label.to_owned()));
        values.extend([persons, row.reached, row.open, row.at].map(whole));
        values.push(row.percent.map_or(Value::Empty, |percent| {
            Value::Percent2(i64::try_from(percent.0).unwrap_or(i64::MAX))
        }));
        values.push(Value::Date(answer.as_at));
        values.push(Value::Whole(answer.known_at));
        writer.row(&values)?;
    }
    Ok(())
}

fn whole(number: u64) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}
