//! The table as comma-separated UTF-8 text.

use std::borrow::Cow;
use std::io::Write;

use super::{Formulas, Sheet, Unwritable, Value};

/// A CSV file being written.
#[derive(Debug)]
pub(super) struct Text<W: Write> {
    writer: ::csv::Writer<W>,
    formulas: Formulas,
}

impl<W: Write> Text<W> {
    pub(super) fn start(sheet: &Sheet, out: W, delimiter: u8) -> Result<Self, Unwritable> {
        let writer = ::csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
        let mut text = Self { writer, formulas: sheet.formulas };
        let titles = sheet.columns.iter().map(|column| text.armless(&column.title).into_owned());
        let titles: Vec<String> = titles.collect();
        text.writer.write_record(titles).map_err(reason)?;
        Ok(text)
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), Unwritable> {
        for value in values {
            let field = match value {
                Value::Text(text) => self.armless(text),
                Value::Empty => Cow::Borrowed(""),
                Value::Whole(number) => Cow::Owned(number.to_string()),
                Value::Percent2(hundredths) => Cow::Owned(percent(*hundredths)),
                Value::Date(day) => Cow::Owned(day.to_string()),
                Value::Number(number) => Cow::Owned(number.to_string()),
            };
            self.writer.write_field(field.as_bytes()).map_err(reason)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(reason)
    }

    pub(super) fn finish(self) -> Result<W, Unwritable> {
        self.writer.into_inner().map_err(|failure| failure.into_error().into())
    }

    fn armless<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let is_armed = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        match self.formulas {
            Formulas::Disarmed if is_armed => Cow::Owned(format!("'{text}")),
            Formulas::Disarmed | Formulas::Verbatim => Cow::Borrowed(text),
        }
    }
}

fn percent(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let hundredths = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}

fn reason(failure: ::csv::Error) -> Unwritable {
    if let ::csv::ErrorKind::Io(failure) = failure.into_kind() {
        return failure.into();
    }
    Unwritable::RaggedRow
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_keeps_two_decimals_and_its_sign() {
        assert_eq!(percent(1234), "12.34");
        assert_eq!(percent(-5), "-0.05");
        assert_eq!(percent(10_000), "100.00");
    }
}
