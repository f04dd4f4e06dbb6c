//! A released report as a table to take away, drawn from what was frozen.
use super::{Document, Line};
use crate::words::{Lang, Releases};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

/// The report as officers read it, in the form of Indonesian government reports.
pub fn sheet(
    document: &Document,
    lang: Lang,
    released_at: DateTime,
    format: Format,
) -> Result<Vec<u8>, Unwritable> {
    let w = Releases::of(lang);
    let columns = [
        (w.no, Kind::Number),
        (w.indicator, Kind::Text),
        (w.unit, Kind::Text),
        (w.target, Kind::Number),
        (w.actual, Kind::Number),
        (w.attainment, Kind::Number),
        (w.remark, Kind::LongText),
        (w.number, Kind::Text),
        (w.as_at, Kind::Date),
        (w.known_at, Kind::Number),
        (w.scope, Kind::LongText),
    ];
    write(w.report, &columns, released_at, format, document, &|line| {
        vec![
            whole(line.number),
            text(&line.indicator),
            text(&line.unit),
            line.target.map_or(Value::Empty, whole),
            whole(line.actual),
            percent(line.attainment_hundredths),
            text(&line.remark),
            text(&document.number),
            Value::Date(document.as_at),
            Value::Whole(document.known_at),
            text(&document.scope.said),
        ]
    })
}

const COLUMNS: [(&str, Kind); 14] = [
    ("release", Kind::Text),
    ("number", Kind::Number),
    ("key", Kind::Text),
    ("indicator", Kind::Text),
    ("unit", Kind::Text),
    ("target", Kind::Number),
    ("actual", Kind::Number),
    ("attainment", Kind::Number),
    ("open", Kind::Number),
    ("at", Kind::Number),
    ("share", Kind::Number),
    ("remark", Kind::LongText),
    ("as_at", Kind::Date),
    ("known_at", Kind::Number),
];

/// The report as CSV for programs.
pub fn plain(document: &Document, released_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    write("release", &COLUMNS, released_at, Format::Csv, document, &|line| {
        vec![
            text(&document.number),
            whole(line.number),
            text(&line.key),
            text(&line.indicator),
            text(&line.unit),
            line.target.map_or(Value::Empty, whole),
            whole(line.actual),
            percent(line.attainment_hundredths),
            line.open.map_or(Value::Empty, whole),
            line.at.map_or(Value::Empty, whole),
            percent(line.share_hundredths),
            text(&line.remark),
            Value::Date(document.as_at),
            Value::Whole(document.known_at),
        ]
    })
}

fn write(
    name: &str,
    columns: &[(&'static str, Kind)],
    made_at: DateTime,
    format: Format,
    document: &Document,
    row: &dyn Fn(&Line) -> Vec<Value>,
) -> Result<Vec<u8>, Unwritable> {
    let columns = columns.iter().map(|(title, kind)| Column::new(*title, *kind)).collect();
    let sheet = Sheet { name: name.to_owned(), columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), format)?;
    document.lines.iter().try_for_each(|line| out.row(&row(line)))?;
    Ok(out.finish()?.into_inner())
}

fn percent(hundredths: Option<u64>) -> Value {
    let hundredths = hundredths.and_then(|hundredths| i64::try_from(hundredths).ok());
    hundredths.map_or(Value::Empty, Value::Percent2)
}

fn whole(number: u64) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}
