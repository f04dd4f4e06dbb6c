//! What officers send as text comes out as it was meant.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::fmt::Write as _;
use std::io::Cursor;

use documents::table::{self, Cell, Format, Limit, Limits, Row, Table, Unreadable};

fn open(bytes: &[u8]) -> Result<Table, Unreadable> {
    table::read(Cursor::new(bytes.to_vec()), Format::Csv, Limits::default())
}

fn read(bytes: &[u8]) -> (Vec<String>, Vec<Row>) {
    let table = open(bytes).unwrap();
    (table.header, table.rows.map(Result::unwrap).collect())
}

fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect()
}

fn within(limits: Limits, text: &str) -> Result<Vec<Row>, Unreadable> {
    table::read_all(text.as_bytes(), Format::Csv, limits)
}

#[test]
fn all_encodings_of_excel_give_the_same_table() {
    let text = "NIK;Nama\r\n3174;Kafé Ñusa\r\n";
    let little: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let western: Vec<u8> =
        text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for bytes in
        [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), little, big, western]
    {
        let (header, rows) = read(&bytes);
        assert_eq!(header, ["NIK", "Nama"]);
        assert_eq!(texts(&rows), [["3174", "Kafé Ñusa"]]);
    }
}

#[test]
fn quotes_hold_delimiters_quotes_and_line_ends() {
    let (header, rows) = read(b"Nama,Alamat\n\"Siti \"\"Ibu\"\"\",\"Jl. A, No 1\r\nRT 2\"\n");
    assert_eq!(header, ["Nama", "Alamat"]);
    assert_eq!(texts(&rows), [["Siti \"Ibu\"", "Jl. A, No 1\nRT 2"]]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "\nNIK,Nama\n\n1,a\n,\n2,\"b\nb\"\n3,c\n\n\n4,d".replace('\n', end);
        let (_, rows) = read(text.as_bytes());
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 6, 7, 10], "{end:?}");
    }
}

#[test]
fn a_ragged_row_is_filled_up_and_what_is_too_much_is_kept() {
    let (_, rows) = read(b"a,b,,\n1\n1,2,3\n1,2,,\n");
    assert_eq!(rows[0].cells, [Cell::Text("1".into()), Cell::Empty]);
    assert_eq!(texts(&rows)[1], ["1", "2", "3"]);
    assert_eq!(rows[2].cells.len(), 2);
}

#[test]
fn the_line_that_declares_the_delimiter_is_not_the_header() {
    let (header, rows) = read(b"sep=;\r\nNIK;Nama\r\n1;a,b\r\n");
    assert_eq!(header, ["NIK", "Nama"]);
    assert_eq!(texts(&rows), [["1", "a,b"]]);
    assert_eq!(rows[0].line, 3);
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(open(b"").unwrap_err(), Unreadable::NoHeader);
    assert_eq!(open(b" \n;;\n").unwrap_err(), Unreadable::NoHeader);
    assert_eq!(open(b"%PDF-1.7 x").unwrap_err(), Unreadable::NotATable);
    assert_eq!(open(b"\n<html>").unwrap_err(), Unreadable::NotATable);
    assert_eq!(open(b"\x89PNG\r\n\x1a\n\0\0\0").unwrap_err(), Unreadable::NotATable);
    assert_eq!(open(b"\xFF\xFEN\0\x00\xD8A\0").unwrap_err(), Unreadable::Encoding);
    let missing = table::open("no such file".as_ref(), Format::Csv).unwrap_err();
    assert_eq!(missing, Unreadable::Io(std::io::ErrorKind::NotFound));
}

#[test]
fn every_limit_holds() {
    let limits =
        Limits { file: 100, rows: 2, columns: 3, row: 70_000, cell: 5, ..Limits::default() };
    assert_eq!(within(limits, &"x".repeat(101)), Err(Unreadable::TooLarge(Limit::File)));
    assert_eq!(within(limits, "a\n1\n2\n3").unwrap_err(), Unreadable::TooManyRows);
    assert_eq!(within(limits, "a\n1\n\n2\n\n").unwrap().len(), 2);
    assert_eq!(within(limits, "a\n1,2,3,4").unwrap_err(), Unreadable::TooManyColumns);
    assert_eq!(within(limits, "a\n1,2,3,,,,").unwrap().len(), 1);
    assert_eq!(within(limits, "a\nééééé").unwrap().len(), 1);
    assert_eq!(within(limits, "a\néééééé"), Err(Unreadable::TooLarge(Limit::Cell)));
}

#[test]
fn a_quote_that_is_never_closed_does_not_swallow_the_file() {
    let mut text = "NIK,Nama\n1,\"Siti\n".to_owned();
    for row in 0..40_000 {
        writeln!(text, "{row},Budi").unwrap();
    }
    let limits = Limits { row: 100_000, ..Limits::default() };
    assert_eq!(within(limits, &text), Err(Unreadable::TooLarge(Limit::Row)));
}

#[test]
fn rows_end_after_the_first_failure() {
    let limits = Limits { cell: 5, ..Limits::default() };
    let text = Cursor::new("a\n1\ntoo long\n2\n");
    let mut rows = table::read(text, Format::Csv, limits).unwrap().rows;
    assert!(rows.next().unwrap().is_ok());
    assert!(rows.next().unwrap().is_err());
    assert!(rows.next().is_none());
}
