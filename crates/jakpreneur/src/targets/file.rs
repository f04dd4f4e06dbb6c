//! Targets as a file: as officers read it, and with the names of the JSON answer for programs.
use super::{Answer, Line, say};
use crate::{
    House,
    words::{Lang, Targets},
};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

/// The answer as officers read it.
pub fn sheet(
    house: &House,
    answer: &Answer,
    lang: Lang,
    made_at: DateTime,
    format: Format,
) -> Result<Vec<u8>, Unwritable> {
    let w = Targets::of(lang);
    let columns = [
        (w.number, Kind::Number),
        (w.indicator, Kind::Text),
        (w.agency, Kind::Text),
        (w.area, Kind::Text),
        (w.period, Kind::Text),
        (w.unit, Kind::Text),
        (w.target, Kind::Number),
        (w.actual, Kind::Number),
        (w.attainment, Kind::Number),
        (w.remark, Kind::LongText),
        (w.basis, Kind::LongText),
        (w.version, Kind::Number),
        (w.rule, Kind::LongText),
        (w.as_at, Kind::Date),
        (w.known_at, Kind::Number),
    ];
    let columns = columns.map(|(title, kind)| Column::new(title, kind)).into();
    let name = w.title.to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), format)?;
    for (number, line) in (1..).zip(&answer.rows) {
        out.row(&read(house, answer, number, line, lang))?;
    }
    Ok(out.finish()?.into_inner())
}

fn read(house: &House, answer: &Answer, number: i64, line: &Line, lang: Lang) -> Vec<Value> {
    let w = Targets::of(lang);
    vec![
        Value::Whole(number),
        text(say::indicator(&line.own, lang)),
        Value::Text(say::agency(&line.own, lang)),
        Value::Text(say::area(house, &line.own)),
        Value::Text(say::period(&line.own, lang)),
        text(w.people),
        whole(line.target),
        whole(line.actual),
        percent(line),
        Value::Text(say::outlook(line, lang)),
        text(&line.basis),
        Value::Whole(line.version),
        Value::Text(say::rule(&line.own, lang)),
        Value::Date(answer.as_at),
        Value::Whole(answer.known_at),
    ]
}

const COLUMNS: [(&str, Kind); 15] = [
    ("indicator", Kind::Text),
    ("agency", Kind::Text),
    ("area", Kind::Text),
    ("period", Kind::Text),
    ("rule", Kind::Text),
    ("rule_version", Kind::Number),
    ("target", Kind::Number),
    ("version", Kind::Number),
    ("basis", Kind::Text),
    ("actual", Kind::Number),
    ("attainment", Kind::Number),
    ("gap", Kind::Number),
    ("reached_on", Kind::Date),
    ("as_at", Kind::Date),
    ("known_at", Kind::Number),
];

/// The answer as CSV for programs: columns called as in the JSON answer; where the realisation is divided,
/// a row for each part.
pub fn plain(answer: &Answer, made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let divided = answer.rows.iter().any(|line| line.by.is_some());
    let parts = [("part", Kind::Text), ("part_actual", Kind::Number)];
    let parts = parts.into_iter().filter(|_| divided);
    let columns = COLUMNS.into_iter().chain(parts);
    let columns = columns.map(|(name, kind)| Column::new(name, kind)).collect();
    let name = "targets".to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    for line in &answer.rows {
        let own = program(answer, line);
        match &line.by {
            None => out.row(&own)?,
            Some(parts) => {
                for part in parts {
                    let part = [text(&part.code), whole(part.actual)];
                    out.row(&own.iter().cloned().chain(part).collect::<Vec<_>>())?;
                }
            }
        }
    }
    Ok(out.finish()?.into_inner())
}

fn program(answer: &Answer, line: &Line) -> Vec<Value> {
    vec![
        text(line.indicator),
        line.agency.as_deref().map_or(Value::Empty, text),
        text(&line.area),
        text(&line.period),
        text(line.rule),
        Value::Whole(line.rule_version.into()),
        whole(line.target),
        Value::Whole(line.version),
        text(&line.basis),
        whole(line.actual),
        percent(line),
        Value::Whole(line.gap),
        line.reached_on.map_or(Value::Empty, Value::Date),
        Value::Date(answer.as_at),
        Value::Whole(answer.known_at),
    ]
}

fn percent(line: &Line) -> Value {
    let hundredths = line.percent().and_then(|percent| i64::try_from(percent.0).ok());
    hundredths.map_or(Value::Empty, Value::Percent2)
}

fn whole(number: u64) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}
