//! The cells of one row, by column.
use super::{Column, Columns, Reason};
use crate::{Code, FieldError};
use documents::table::{Cell, Row};
use rules::growth::Month;

/// One row while it is read; collects what is wrong with its cells.
pub struct Cells<'r> {
    columns: &'r Columns,
    row: &'r Row,
    wrong: Vec<FieldError>,
}

impl<'r> Cells<'r> {
    /// A row of a file with these columns.
    pub fn new(columns: &'r Columns, row: &'r Row) -> Self {
        Self { columns, row, wrong: Vec::new() }
    }

    fn cell(&self, column: Column) -> &'r Cell {
        let place = self.columns.place(column);
        place.and_then(|place| self.row.cells.get(place)).unwrap_or(&Cell::Empty)
    }

    /// Notes what is wrong with a column's cell.
    pub fn refuse(&mut self, column: Column, code: Code) {
        self.wrong.push(FieldError::new(column.field(), code));
    }

    /// The text of a cell, trimmed; a formula that failed is no text.
    pub fn text(&mut self, column: Column) -> String {
        if let Cell::Failed(_) = self.cell(column) {
            self.refuse(column, Code::Word);
            return String::new();
        }
        self.cell(column).text().trim().to_owned()
    }

    /// The text of a cell that must not be empty.
    pub fn required(&mut self, column: Column) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.refuse(column, Code::Empty);
        }
        text
    }

    /// A NIK; one kept as a number has lost its last digit, and nobody sees it.
    pub fn nik(&mut self) -> String {
        if let Cell::Number(_) = self.cell(Column::Nik) {
            self.refuse(Column::Nik, Code::NikAsNumber);
            return String::new();
        }
        self.required(Column::Nik)
    }

    /// A phone number; one kept as a number has lost its leading zero, and only that.
    pub fn phone(&mut self) -> String {
        let text = self.text(Column::Phone);
        match self.cell(Column::Phone) {
            Cell::Number(_) if text.starts_with('8') => format!("0{text}"),
            Cell::Number(_)
            | Cell::Empty
            | Cell::Text(_)
            | Cell::Date(_)
            | Cell::Truth(_)
            | Cell::Failed(_) => text,
        }
    }

    /// A month; one that the spreadsheet keeps as a day is the month of that day.
    pub fn month(&mut self) -> String {
        if let Cell::Date(day) = self.cell(Column::Month) {
            return Month::of(*day).to_string();
        }
        self.required(Column::Month)
    }

    /// What is wrong: what the cells say, then what the form says of fields not named yet.
    pub fn reasons(self, form: Vec<FieldError>) -> Vec<Reason> {
        let mut all = self.wrong;
        for wrong in form {
            if all.iter().all(|known| known.field != wrong.field) {
                all.push(wrong);
            }
        }
        all.into_iter().map(Reason::Field).collect()
    }

    /// Whether nothing is wrong so far.
    pub fn are_fine(&self) -> bool {
        self.wrong.is_empty()
    }
}
