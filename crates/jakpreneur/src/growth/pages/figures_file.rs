//! The table of the growth figures as a file.
use super::saying;
use crate::{
    App, Code, FieldError, Problem,
    growth::figures::{Asked, GrowthAnswer, GrowthNumbers, Measure},
    staff::{Officer, log_read},
    web::{Visit, attachment, jakarta},
    words::{GrowthFigures, Lang},
};
use axum::response::Response;
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use rules::Act;
use std::{io::Cursor, sync::Arc};

/// Hands out the table, and keeps who took how much away.
pub(super) async fn download(
    app: &App,
    visit: &Visit,
    officer: &Arc<Officer>,
    format: &str,
    (asked, answer): (Asked, GrowthAnswer),
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    if format != "csv" {
        return Err(Problem::Invalid(vec![FieldError::new("format", Code::Word)]));
    }
    let (officer, at, lang) = (officer.clone(), app.house.now(), visit.lang);
    let businesses = i64::try_from(answer.total.businesses).unwrap_or(i64::MAX);
    app.change(move |tx, house| {
        log_read(tx, house.new_id(), at, &officer, "figure.export", None, businesses)?;
        let bytes = sheet(&asked, &answer, lang, jakarta(at));
        let bytes = bytes.map_err(|why| Problem::Broken(format!("no file: {why}")))?;
        Ok(attachment(bytes, Format::Csv, &format!("naik-kelas-{}", answer.as_at)))
    })
    .await
}

fn sheet(
    asked: &Asked,
    answer: &GrowthAnswer,
    lang: Lang,
    made_at: DateTime,
) -> Result<Vec<u8>, Unwritable> {
    let w = GrowthFigures::of(lang);
    let (name, columns) = (w.title.to_owned(), columns(asked, lang));
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    for group in answer.groups.iter().flatten() {
        let mut keys = Vec::new();
        for key in &group.key {
            keys.push(key.code.clone().map_or(Value::Empty, Value::Text));
            keys.push(Value::Text(key.label.clone()));
        }
        out.row(&row(keys, &group.numbers))?;
    }
    let mut keys = vec![Value::Empty; asked.by.len() * 2];
    if let Some(name) = keys.get_mut(1) {
        *name = Value::Text(w.total.to_owned());
    }
    out.row(&row(keys, &answer.total))?;
    Ok(out.finish()?.into_inner())
}

fn columns(asked: &Asked, lang: Lang) -> Vec<Column> {
    let w = GrowthFigures::of(lang);
    let keys = asked.by.iter().flat_map(|by| {
        [Column::new(w.code, Kind::Text), Column::new(saying::dimension(*by, lang), Kind::Text)]
    });
    let numbers = Measure::all().map(|measure| saying::measure(measure, lang));
    let numbers = numbers.chain([w.workers_gained.to_owned(), w.workers_lost.to_owned()]);
    keys.chain(numbers.map(|title| Column::new(&title, Kind::Number))).collect()
}

fn row(keys: Vec<Value>, numbers: &GrowthNumbers) -> Vec<Value> {
    let whole = |number: u64| Value::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let counts = Measure::all().map(|measure| measure.number(numbers));
    let counts = counts.chain([numbers.workers_gained, numbers.workers_lost]);
    keys.into_iter().chain(counts.map(whole)).collect()
}
