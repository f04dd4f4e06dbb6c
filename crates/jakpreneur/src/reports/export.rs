//! A table that is taken away, row by row: CSV, XLSX or JSON.
use crate::{House, Problem};
use documents::{
    table,
    write::{Column, Formulas, Sheet, Value, Writer},
};
use serde_json::{Map, Value as Json};
use std::io::{self, Seek, Write};

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with commas.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// A list of objects.
    Json,
}

/// A column: its title for people, its name for programs, and what it holds.
pub struct Titled {
    /// Its title in CSV and XLSX.
    pub title: &'static str,
    /// Its name in JSON.
    pub name: &'static str,
    /// What it holds.
    pub kind: documents::write::Kind,
}

/// A value as people read it, and as programs do.
pub struct Both {
    /// As in CSV and XLSX.
    pub label: Value,
    /// As in JSON.
    pub word: Value,
}

impl Both {
    /// The same for both.
    pub fn same(value: Value) -> Self {
        Self { label: value.clone(), word: value }
    }

    /// Text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        Self::same(filled(text.into()))
    }

    /// A label for people, a word for programs.
    pub fn words(label: &str, word: &str) -> Self {
        Self { label: filled(label.to_owned()), word: filled(word.to_owned()) }
    }
}

fn filled(text: String) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

/// The table being written.
pub struct Table<W: Write + Seek + Send> {
    names: Vec<&'static str>,
    out: Out<W>,
    rows: u64,
}

enum Out<W: Write + Seek + Send> {
    Sheet(Box<Writer<W>>),
    Json(W),
}

impl<W: Write + Seek + Send> Table<W> {
    /// Begins it.
    pub fn start(
        house: &House,
        name: &str,
        columns: &[Titled],
        format: Format,
        mut out: W,
    ) -> Result<Self, Problem> {
        let of_file = match format {
            Format::Csv => Some(table::Format::Csv),
            Format::Xlsx => Some(table::Format::Xlsx),
            Format::Json => None,
        };
        let out = if let Some(of_file) = of_file {
            let titles = columns.iter().map(|column| Column::new(column.title, column.kind));
            let sheet = Sheet {
                name: name.to_owned(),
                columns: titles.collect(),
                made_at: house.now().civil(),
                formulas: Formulas::Disarmed,
            };
            Out::Sheet(Box::new(sheet.start(out, of_file).map_err(not_written)?))
        } else {
            out.write_all(b"[").map_err(not_written)?;
            Out::Json(out)
        };
        Ok(Self { names: columns.iter().map(|column| column.name).collect(), out, rows: 0 })
    }

    /// Writes the next row: a value for each column.
    pub fn row(&mut self, values: Vec<Both>) -> Result<(), db::Error> {
        self.rows += 1;
        let written = match &mut self.out {
            Out::Sheet(sheet) => {
                let labels: Vec<Value> = values.into_iter().map(|both| both.label).collect();
                sheet.row(&labels).map_err(io::Error::other)
            }
            Out::Json(out) => {
                let words = values.into_iter().map(|both| json(&both.word));
                let names = self.names.iter().map(|name| (*name).to_owned());
                let object: Map<String, Json> = names.zip(words).collect();
                object_line(out, self.rows == 1, &object)
            }
        };
        Ok(written?)
    }

    /// Completes it: what it was written to, and how many rows it has.
    pub fn finish(self) -> Result<(W, u64), Problem> {
        let out = match self.out {
            Out::Sheet(sheet) => sheet.finish().map_err(not_written)?,
            Out::Json(mut out) => {
                out.write_all(b"\n]\n").and_then(|()| out.flush()).map_err(not_written)?;
                out
            }
        };
        Ok((out, self.rows))
    }
}

fn object_line(out: &mut impl Write, first: bool, object: &Map<String, Json>) -> io::Result<()> {
    out.write_all(if first { b"\n" } else { b",\n" })?;
    serde_json::to_writer(out, object).map_err(io::Error::from)
}

fn json(value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Whole(whole) => Json::from(*whole),
        Value::Date(day) => Json::from(day.to_string()),
        Value::Number(number) => Json::from(*number),
        Value::Percent2(hundredths) => {
            let hundredths = u64::try_from(*hundredths).unwrap_or_default();
            Json::from(rules::Percent(hundredths).as_f64())
        }
    }
}

fn not_written(why: impl std::fmt::Display) -> Problem {
    Problem::Broken(format!("the file was not written: {why}"))
}
