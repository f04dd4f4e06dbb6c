//! What officers send as a workbook comes out as they see it.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod book;

use std::io::Cursor;

use book::Book;
use documents::table::{self, Cell, Format, Limits, Row, Table, Unreadable};
use jiff::civil::date;

fn open(book: &Book) -> Result<Table, Unreadable> {
    table::read(Cursor::new(book.pack()), Format::Xlsx, Limits::default())
}

fn read(book: &Book) -> (Vec<String>, Vec<Row>) {
    let table = open(book).unwrap();
    (table.header, table.rows.map(Result::unwrap).collect())
}

fn text(cell: &str, text: &str) -> String {
    format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn each_kind_of_cell_stays_what_it_is() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="2">
        <c r="A2"><v>3174012345678901</v></c><c r="B2" s="1"><v>44257</v></c>
        <c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>
        <c r="E2" t="d"><v>2021-03-02T00:00:00</v></c><c r="F2" s="1"><v>0.5</v></c>
        <c r="G2"/>{}</row>"#,
        text("A1", " NIK "),
        text("H2", "a &amp; b"),
    );
    let (header, rows) = read(&Book::of(&[("Data", &rows)]));
    assert_eq!(header, ["NIK"]);
    let day = Cell::Date(date(2021, 3, 2));
    let failed = Cell::Failed("#N/A".into());
    let number = Cell::Number(3_174_012_345_678_901.0);
    let written = Cell::Text("a & b".into());
    let cells = [
        number,
        day.clone(),
        Cell::Truth(true),
        failed,
        day,
        Cell::Number(0.5),
        Cell::Empty,
        written,
    ];
    assert_eq!(rows, [Row { line: 2, cells: cells.to_vec() }]);
}

#[test]
fn a_formula_counts_by_its_stored_value_and_is_never_run() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="2"><c r="A2"><f>1+1</f><v>5</v></c></row>
        <row r="3"><c r="A3" t="str"><f>HYPERLINK("x")</f><v>Siti</v></c></row>
        <row r="4"><c r="A4"><f>NOW()</f></c></row>"#,
        text("A1", "x")
    );
    let (_, rows) = read(&Book::of(&[("Data", &rows)]));
    let cells: Vec<&Cell> = rows.iter().flat_map(|row| &row.cells).collect();
    assert_eq!(cells, [&Cell::Number(5.0), &Cell::Text("Siti".into())]);
}

#[test]
fn the_first_visible_sheet_with_a_header_is_read() {
    let sheet = |title: &str| format!("<row r=\"1\">{}</row>", text("A1", title));
    let (hidden, blank) = (sheet("tersembunyi"), sheet("  "));
    let (first, second) = (sheet("pertama"), sheet("kedua"));
    let sheets = [("-a", &*hidden), ("b", ""), ("c", &*blank), ("d", &*first), ("e", &*second)];
    assert_eq!(read(&Book::of(&sheets)).0, ["pertama"]);
    assert_eq!(open(&Book::of(&sheets[..3])).unwrap_err(), Unreadable::NoHeader);
}

#[test]
fn rows_keep_their_numbers_across_gaps() {
    let rows = format!(
        r#"<row r="3">{}{}</row><row r="4"><c r="B4" s="1"/></row><row r="9">{}</row>"#,
        text("B3", "b"),
        text("C3", "c"),
        text("C9", "x"),
    );
    let (header, rows) = read(&Book::of(&[("Data", &rows)]));
    assert_eq!(header, ["", "b", "c"]);
    let cells = vec![Cell::Empty, Cell::Empty, Cell::Text("x".into())];
    assert_eq!(rows, [Row { line: 9, cells }]);
}

#[test]
fn empty_formatted_cells_far_to_the_right_do_no_harm_but_written_ones_are_too_many() {
    let far =
        |cell: &str| format!("<row r=\"1\">{}</row><row r=\"2\">{cell}</row>", text("A1", "x"));
    assert!(read(&Book::of(&[("Data", &far(r#"<c r="XFD2" s="1"/>"#))])).1.is_empty());
    let written = Book::of(&[("Data", &far(r#"<c r="XFD2"><v>1</v></c>"#))]).pack();
    let rows = table::read_all(&written, Format::Xlsx, Limits::default());
    assert_eq!(rows.unwrap_err(), Unreadable::TooManyColumns);
}

#[test]
fn many_rows_arrive_in_order() {
    let row = |row: u32| format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#);
    let header = format!("<row r=\"1\">{}</row>", text("A1", "n"));
    let rows = header + &(2..=2_000).map(row).collect::<String>();
    let (_, rows) = read(&Book::of(&[("Data", &rows)]));
    assert_eq!(rows.len(), 1_999);
    assert!(rows.iter().all(|row| row.cells[0].text() == row.line.to_string()));
}

#[test]
fn whoever_stops_listening_stops_the_reading() {
    let rows = format!("<row r=\"1\">{}</row>", text("A1", "n"));
    let many = rows + &r"<row><c><v>1</v></c></row>".repeat(10_000);
    let mut table = open(&Book::of(&[("Data", &many)])).unwrap();
    assert!(table.rows.next().is_some());
    drop(table);
}
