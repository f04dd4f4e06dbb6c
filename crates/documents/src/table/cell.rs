//! One cell and one row as the file holds them, before anybody says what they mean.

use jiff::civil::Date;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, exactly as written.
    Text(String),
    /// A number, and so a value that Excel rounds after fifteen digits.
    Number(f64),
    /// A day that the spreadsheet itself knows to be one.
    Date(Date),
    /// True or false.
    Truth(bool),
    /// A formula that failed; its code, such as `#N/A`.
    Failed(String),
}

impl Cell {
    /// Text as a cell: nothing written is [`Cell::Empty`].
    pub(super) fn written(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The cell as text: whole numbers without a decimal point, days as `2021-03-02`.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Failed(text) => text.clone(),
            // Adding zero turns the negative zero into the usual one.
            Self::Number(number) => (number + 0.0).to_string(),
            Self::Date(day) => day.to_string(),
            Self::Truth(true) => "TRUE".to_owned(),
            Self::Truth(false) => "FALSE".to_owned(),
        }
    }

    /// Whether an officer sees nothing here.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Truth(_) | Self::Failed(_) => false,
        }
    }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The number of the row as a spreadsheet shows it, the first being 1.
    pub line: u64,
    /// Its cells: at least as many as the header has, more only where more is written.
    pub cells: Vec<Cell>,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    pub(super) fn fit(&mut self, width: usize) {
        while self.cells.len() > width && self.cells.last().is_some_and(Cell::is_blank) {
            self.cells.pop();
        }
        if self.cells.len() < width {
            self.cells.resize(width, Cell::Empty);
        }
    }

    /// The row as a header, if it says anything.
    pub(super) fn into_header(self) -> Option<Vec<String>> {
        let mut titles: Vec<String> =
            self.cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
        while titles.last().is_some_and(String::is_empty) {
            titles.pop();
        }
        (!titles.is_empty()).then_some(titles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        assert_eq!(Cell::Number(3_174_012_345_678_901.0).text(), "3174012345678901");
        assert_eq!(Cell::Number(12.5).text(), "12.5");
        assert_eq!(Cell::Number(-0.0).text(), "0");
    }

    #[test]
    fn a_row_is_as_wide_as_its_header_and_keeps_what_is_written_beyond() {
        let mut short = Row { line: 2, cells: vec![Cell::Truth(true)] };
        short.fit(2);
        assert_eq!(short.cells, [Cell::Truth(true), Cell::Empty]);

        let mut long = Row { line: 3, cells: vec![Cell::Empty, Cell::written("x"), Cell::Empty] };
        long.fit(1);
        assert_eq!(long.cells, [Cell::Empty, Cell::written("x")]);
    }
}
