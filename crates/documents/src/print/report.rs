//! What a report of figures says.

use jiff::civil::DateTime;
use typst::foundations::{Array, Dict, IntoValue, Value};

use super::Unprintable;

/// More than a hundred pages.
const MOST_ROWS: usize = 5_000;
/// How many characters of a row fit on upright paper, and on paper laid across.
const UPRIGHT: u32 = 88;
const ACROSS: u32 = 133;
/// No column counts for more.
const WIDEST: u32 = 40;
/// The sizes of letters in the table, in points: the usual one and the smallest that can be read.
const USUAL: f64 = 10.0;
const SMALLEST: f64 = 7.0;

/// A table of figures with all that makes it stand on its own when it lies on a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whose paper it is, line by line above the rule; none gives a plain page.
    pub letterhead: Vec<String>,
    /// What the report is called.
    pub title: String,
    /// What holds for all figures: scope, day, state of knowledge, scheme.
    pub facts: Vec<Fact>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, each with one text for each column; numbers come as they are to be read.
    pub rows: Vec<Vec<String>>,
    /// The row that sums up the others.
    pub total: Option<Vec<String>>,
    /// What a reader must know to read the figures right.
    pub notes: Vec<String>,
    /// What stands at the foot of every page, beside the page number.
    pub footer: String,
    /// When it is printed, on the clock of Jakarta.
    pub printed_at: DateTime,
}

/// One line below the title: a label and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Such as `Wilayah`.
    pub label: String,
    /// Such as `Provinsi DKI Jakarta`.
    pub value: String,
}

/// A column of the printed table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Whether it holds numbers, which stand to the right.
    pub is_numeric: bool,
}

impl Report {
    pub(super) fn check(&self) -> Result<(), Unprintable> {
        if self.columns.is_empty() {
            return Err(Unprintable::NoColumns);
        }
        if self.rows.len() > MOST_ROWS {
            return Err(Unprintable::TooManyRows);
        }
        let is_ragged = |row: &Vec<String>| row.len() != self.columns.len();
        if self.rows.iter().chain(&self.total).any(is_ragged) {
            return Err(Unprintable::RaggedRow);
        }
        Ok(())
    }

    pub(super) fn to_inputs(&self, code: Value) -> Dict {
        let mut inputs = Dict::new();
        let mut put = |name: &str, value: Value| inputs.insert(name.into(), value);
        put("letterhead", texts(&self.letterhead));
        put("title", text(&self.title));
        put("facts", list(&self.facts, |fact| list([&fact.label, &fact.value], |part| text(part))));
        put("titles", list(&self.columns, |column| text(&column.title)));
        put("numeric", list(&self.columns, |column| column.is_numeric.into_value()));
        put("rows", list(&self.rows, |row| texts(row)));
        put("total", self.total.as_ref().map_or(Value::None, |row| texts(row)));
        put("notes", texts(&self.notes));
        put("footer", text(&self.footer));
        put("code", code);
        let widths = self.widths();
        let width = widths.iter().sum();
        put("landscape", (width > UPRIGHT).into_value());
        put("size", size(width).into_value());
        put("widths", list(&widths, |width| width.into_value()));
        inputs
    }

    /// How many characters each column needs: its widest cell, or the longest word of its title.
    fn widths(&self) -> Vec<u32> {
        let rows = || self.rows.iter().chain(&self.total);
        let width = |(at, column): (usize, &Column)| {
            let cells = rows().filter_map(|row| row.get(at)).map(|cell| length(cell));
            let words = column.title.split_whitespace().map(|word| length(word) + 1);
            // The longest of all may be a whole sentence; it is broken, and the others keep room.
            cells.chain(words).max().unwrap_or(0).min(WIDEST) + 3
        };
        self.columns.iter().enumerate().map(width).collect()
    }
}

/// Smaller letters where the usual ones would break every row in two.
fn size(width: u32) -> f64 {
    let share = f64::from(ACROSS) / f64::from(width.max(ACROSS));
    (USUAL * share).max(SMALLEST)
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

fn text(text: &str) -> Value {
    text.into_value()
}

fn texts(texts: &[String]) -> Value {
    list(texts, |one| text(one))
}

fn list<T>(items: impl IntoIterator<Item = T>, value: impl Fn(T) -> Value) -> Value {
    Value::Array(items.into_iter().map(value).collect::<Array>())
}
