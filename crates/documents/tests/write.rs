//! What is written can be read back, and opening it runs nothing.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::io::Cursor;

use documents::table::{self, Cell, Format, Limits, Row};
use documents::write::{Column, Formulas, Kind, Sheet, Unwritable, Value};
use jiff::civil::{date, datetime};

fn sheet(formulas: Formulas) -> Sheet {
    Sheet {
        name: "Capaian".to_owned(),
        columns: vec![
            Column::new("NIK", Kind::Text),
            Column::new("Tanggal", Kind::Date),
            Column::new("Orang", Kind::Number),
            Column::new("Persen", Kind::Number),
        ],
        made_at: datetime(2021, 3, 2, 8, 0, 0, 0),
        formulas,
    }
}

fn values() -> Vec<Value> {
    vec![
        Value::Text("3174012345678901".to_owned()),
        Value::Date(date(2021, 3, 2)),
        Value::Whole(226_280),
        Value::Percent2(1_234),
    ]
}

fn written(sheet: &Sheet, format: Format, rows: &[Vec<Value>]) -> Vec<u8> {
    let mut writer = sheet.start(Cursor::new(Vec::new()), format).unwrap();
    for row in rows {
        writer.row(row).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(bytes: &[u8], format: Format) -> Vec<Row> {
    table::read_all(bytes, format, Limits::default()).unwrap()
}

#[test]
fn csv_is_plain_and_exact() {
    let bytes = written(&sheet(Formulas::Disarmed), Format::Csv, &[values()]);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "NIK,Tanggal,Orang,Persen\n3174012345678901,2021-03-02,226280,12.34\n");
}

#[test]
fn a_sum_is_a_formula_with_its_value_in_a_workbook_and_nothing_in_text() {
    let summed = |format| {
        let mut writer = sheet(Formulas::Disarmed).start(Cursor::new(Vec::new()), format).unwrap();
        writer.row(&values()).unwrap();
        writer.row(&values()).unwrap();
        writer.sums("Jumlah", &[(2, 452_560)]).unwrap();
        writer.finish().unwrap().into_inner()
    };
    let rows = read(&summed(Format::Xlsx), Format::Xlsx);
    let last = rows.last().unwrap();
    assert_eq!(last.cells.first(), Some(&Cell::Text("Jumlah".to_owned())));
    assert_eq!(last.cells.get(2), Some(&Cell::Number(452_560.0)));
    let text = String::from_utf8(summed(Format::Csv)).unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
}

#[test]
fn a_workbook_keeps_text_numbers_and_days_apart() {
    let rows = read(&written(&sheet(Formulas::Disarmed), Format::Xlsx, &[values()]), Format::Xlsx);
    let expected = [
        Cell::Text("3174012345678901".to_owned()),
        Cell::Date(date(2021, 3, 2)),
        Cell::Number(226_280.0),
        Cell::Number(0.1234),
    ];
    assert_eq!(rows[0].cells, expected);
}

#[test]
fn text_that_looks_like_a_formula_is_disarmed_in_exports_and_kept_in_rows_that_go_back() {
    for armed in ["=1+1", "+62812", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"] {
        let row = vec![Value::Text(armed.to_owned()), Value::Empty, Value::Empty, Value::Empty];
        let first = |formulas, format| {
            let bytes = written(&sheet(formulas), format, std::slice::from_ref(&row));
            read(&bytes, format)[0].cells[0].clone()
        };
        let kept = Cell::Text(armed.to_owned());
        assert_eq!(first(Formulas::Disarmed, Format::Csv), Cell::Text(format!("'{armed}")));
        assert_eq!(first(Formulas::Verbatim, Format::Csv), kept);
        assert_eq!(first(Formulas::Disarmed, Format::Xlsx), kept);
    }
}

#[test]
fn rows_that_go_back_come_in_again_as_they_were() {
    let cells = vec![
        Cell::Number(3_174_012_345_678_901.0),
        Cell::Date(date(1990, 12, 31)),
        Cell::Text("a \"b\", c\nd".to_owned()),
        Cell::Number(1.5),
    ];
    let values: Vec<Value> = cells.iter().map(Value::from).collect();
    let bytes = written(&sheet(Formulas::Verbatim), Format::Xlsx, std::slice::from_ref(&values));
    assert_eq!(read(&bytes, Format::Xlsx)[0].cells, cells);

    let bytes = written(&sheet(Formulas::Verbatim), Format::Csv, &[values]);
    let texts: Vec<String> = read(&bytes, Format::Csv)[0].cells.iter().map(Cell::text).collect();
    assert_eq!(texts, ["3174012345678901", "1990-12-31", "a \"b\", c\nd", "1.5"]);
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    for format in [Format::Csv, Format::Xlsx] {
        let once = written(&sheet(Formulas::Disarmed), format, &[values()]);
        assert_eq!(once, written(&sheet(Formulas::Disarmed), format, &[values()]));
    }
}

#[test]
fn what_cannot_be_written_is_refused() {
    let good = sheet(Formulas::Disarmed);
    let mut writer = good.start(Cursor::new(Vec::new()), Format::Xlsx).unwrap();
    assert_eq!(writer.row(&[Value::Empty]), Err(Unwritable::RaggedRow));
    let mut long = values();
    long[0] = Value::Text("x".repeat(32_768));
    assert_eq!(writer.row(&long), Err(Unwritable::TextTooLong));

    let named = Sheet { name: "a/b".to_owned(), ..good };
    let refused = named.start(Cursor::new(Vec::new()), Format::Xlsx).unwrap_err();
    assert_eq!(refused, Unwritable::SheetName);
}

#[test]
fn a_file_is_created_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("capaian.xlsx");
    let mut writer = sheet(Formulas::Disarmed).create(&path, Format::Xlsx).unwrap();
    writer.row(&values()).unwrap();
    drop(writer.finish().unwrap());
    let table = table::open(&path, Format::Xlsx).unwrap();
    assert_eq!(table.header, ["NIK", "Tanggal", "Orang", "Persen"]);
    assert_eq!(table.rows.count(), 1);
}
