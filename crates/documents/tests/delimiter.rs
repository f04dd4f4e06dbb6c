//! Rows that go back are divided the way they came.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::io::Cursor;

use documents::table::{self, Format, Limits};
use documents::write::{Column, Formulas, Kind, Sheet, Value};

#[test]
fn a_table_says_how_its_columns_are_divided_and_can_be_written_alike() {
    let sent = b"NIK;Alamat\n3174012345678901;\"Jalan A; nomor 1\"\n";
    let table = table::read(Cursor::new(sent.to_vec()), Format::Csv, Limits::default()).unwrap();
    let delimiter = table.delimiter.unwrap();
    let sheet = Sheet {
        name: "Ditolak".to_owned(),
        columns: table.header.iter().map(|title| Column::new(title, Kind::Text)).collect(),
        made_at: jiff::civil::datetime(2021, 3, 2, 8, 0, 0, 0),
        formulas: Formulas::Verbatim,
    };
    let mut back = sheet.start_delimited(Cursor::new(Vec::new()), delimiter).unwrap();
    for row in table.rows {
        let values: Vec<Value> = row.unwrap().cells.iter().map(Value::from).collect();
        back.row(&values).unwrap();
    }
    assert_eq!(back.finish().unwrap().into_inner(), sent);
}
