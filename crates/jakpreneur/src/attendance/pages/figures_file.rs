//! The table of the training figures as a file.
use super::figures::{dimension, label, named};
use crate::{
    App, Code, FieldError, Problem,
    attendance::{By, Measure, Numbers, Sums},
    classes::{Trade, pages::Saying},
    staff::{Officer, log_read},
    web::{Visit, attachment, jakarta},
    words::TrainingFigures,
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
    (by, sums): (By, Sums),
    trades: Vec<Trade>,
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    if format != "csv" {
        return Err(Problem::Invalid(vec![FieldError::new("format", Code::Word)]));
    }
    let (officer, at, lang) = (officer.clone(), app.house.now(), visit.lang);
    let persons = i64::try_from(sums.all.present).unwrap_or(i64::MAX);
    app.change(move |tx, house| {
        log_read(tx, house.new_id(), at, &officer, "figure.export", None, persons)?;
        let saying = Saying { house, lang, trades: &trades };
        let bytes = sheet(&saying, by, &sums, jakarta(at));
        let bytes = bytes.map_err(|why| Problem::Broken(format!("no file: {why}")))?;
        Ok(attachment(bytes, Format::Csv, &format!("pelatihan-{}", at.date())))
    })
    .await
}

fn sheet(
    saying: &Saying<'_>,
    by: By,
    sums: &Sums,
    made_at: DateTime,
) -> Result<Vec<u8>, Unwritable> {
    let w = TrainingFigures::of(saying.lang);
    let name = w.title.to_owned();
    let columns = columns(saying, by);
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    for (key, it) in &sums.groups {
        out.row(&row(key, named(saying, by, key), it))?;
    }
    out.row(&row("", w.total.to_owned(), &sums.all))?;
    Ok(out.finish()?.into_inner())
}

fn columns(saying: &Saying<'_>, by: By) -> Vec<Column> {
    let (w, lang) = (TrainingFigures::of(saying.lang), saying.lang);
    let persons = Measure::ALL.map(|it| format!("{} ({})", label(it, lang), w.persons));
    let seats = Measure::ALL.map(|it| format!("{} ({})", label(it, lang), w.seats));
    let words = [w.code.to_owned(), dimension(by, lang).to_owned()];
    let numbers = [w.classes.to_owned(), w.capacity.to_owned()];
    let numbers = numbers.into_iter().chain(persons).chain(seats).chain([w.attendances.to_owned()]);
    let words = words.into_iter().map(|title| Column::new(&title, Kind::Text));
    words.chain(numbers.map(|title| Column::new(&title, Kind::Number))).collect()
}

fn row(key: &str, name: String, it: &Numbers) -> Vec<Value> {
    let of = Measure::ALL.map(|measure| it.of(measure));
    let code = if key.is_empty() { Value::Empty } else { Value::Text(key.to_owned()) };
    let numbers = [it.classes, it.seats].into_iter();
    let numbers = numbers.chain(of.map(|(persons, _)| persons)).chain(of.map(|(_, seats)| seats));
    let numbers = numbers.chain([it.attendances]).map(whole);
    [code, Value::Text(name)].into_iter().chain(numbers).collect()
}

fn whole(number: u64) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}
