//! Whatever is sent, the answer is a reason: no panic, no endless reading, no swollen memory.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test bounds the time that damage may cost")]

mod book;

use std::time::{Duration, Instant};

use book::Book;
use documents::table::{self, Format, Limit, Limits, Row, Unreadable};

const ROWS: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Nama</t></is></c></row>
<row r="2"><c r="A2" s="1"><v>44257</v></c><c r="B2" t="str"><f>A1</f><v>Siti</v></c></row>"#;
const SHARED: &str = r#"<?xml version="1.0"?><sst uniqueCount="1"><si><t>NIK</t></si></sst>"#;

fn small_book() -> Book {
    let mut book = Book::of(&[("Data", ROWS)]);
    book.put("xl/sharedStrings.xml", SHARED);
    book
}

fn read(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    table::read_all(bytes, Format::Xlsx, Limits::default())
}

/// The same numbers every time (xorshift), for mutations that can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).unwrap()).unwrap()
    }
}

fn mutate(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = [0, 0xFF, b'<', b'"', b'9'][dice.below(5)],
            2 => bytes.truncate(at.max(1)),
            _ => {
                let end = (at + dice.below(16)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

#[test]
fn three_thousand_damaged_files_get_an_answer_each() {
    let mut dice = Dice(0x5eed);
    let workbook = small_book();
    let packed = workbook.pack();
    let text = "NIK;Nama\r\n3174;\"Siti\r\nRT 1\"\r\n3175;Budi\r\n".as_bytes();
    let started = Instant::now();
    for _ in 0..1_000 {
        drop(read(&mutate(&packed, &mut dice)));
        drop(table::read_all(&mutate(text, &mut dice), Format::Csv, Limits::default()));
        // Damage below the checksums, where only the parser can notice.
        let mut book = small_book();
        let part = dice.below(book.parts.len());
        book.parts[part].1 = mutate(&book.parts[part].1, &mut dice);
        drop(read(&book.pack()));
    }
    assert!(started.elapsed() < Duration::from_mins(2), "{:?}", started.elapsed());
    assert_eq!(read(&packed).unwrap().len(), 1);
}

#[test]
fn every_cut_of_a_workbook_is_broken_and_nothing_worse() {
    let packed = small_book().pack();
    for length in 0..packed.len() {
        let reason = read(&packed[..length]).unwrap_err();
        let expected = if length < 4 { Unreadable::NotATable } else { Unreadable::BrokenZip };
        assert_eq!(reason, expected, "{length} bytes");
    }
}

#[test]
fn a_claim_of_four_gigabytes_is_refused_before_anything_is_unpacked() {
    let mut packed = small_book().pack();
    let entry = packed.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    packed[entry + 24..entry + 28].copy_from_slice(&0xFFFF_FFF0_u32.to_le_bytes());
    assert_eq!(read(&packed).unwrap_err(), Unreadable::TooLarge(Limit::Unpacked));
}

#[test]
fn a_bomb_is_stopped_where_it_passes_its_limit() {
    let limits = Limits { unpacked: 40 << 20, part: 8 << 20, ..Limits::default() };
    let bomb = |name: &str, megabytes: usize| {
        let mut book = small_book();
        book.put(name, &"<a/>".repeat(megabytes << 18));
        table::read_all(&book.pack(), Format::Xlsx, limits).unwrap_err()
    };
    assert_eq!(bomb("xl/worksheets/sheet9.xml", 41), Unreadable::TooLarge(Limit::Unpacked));
    assert_eq!(bomb("xl/styles.xml", 9), Unreadable::TooLarge(Limit::Part));
    assert_eq!(bomb("xl/media/image1.png", 9), Unreadable::TooLarge(Limit::Part));
    assert_eq!(bomb("xl/theme/theme1.xml", 7), Unreadable::TooLarge(Limit::Part));
}

#[test]
fn a_size_that_lies_is_found_while_unpacking() {
    let mut book = small_book();
    book.put("xl/styles.xml", &"<a/>".repeat(40 << 18));
    let mut packed = book.pack();
    let mut at = 0;
    while let Some(found) = packed[at..].windows(4).position(|window| window == b"PK\x01\x02") {
        at += found;
        packed[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
        at += 4;
    }
    assert!(matches!(
        read(&packed),
        Err(Unreadable::TooLarge(Limit::Part) | Unreadable::BrokenZip)
    ));
}

#[test]
fn a_list_that_claims_more_texts_than_allowed_gets_no_memory() {
    let mut book = small_book();
    book.put("xl/sharedStrings.xml", &SHARED.replace("\"1\"", "\"99999999999\""));
    assert_eq!(read(&book.pack()).unwrap_err(), Unreadable::TooLarge(Limit::Part));
}

#[test]
fn a_text_without_end_is_refused_unread() {
    let long = "x".repeat(300 * 1024);
    let rows = format!(r#"<row><c t="inlineStr"><is><t>{long}</t></is></c></row>"#);
    let reason = read(&Book::of(&[("Data", &rows)]).pack()).unwrap_err();
    assert_eq!(reason, Unreadable::TooLarge(Limit::Cell));

    let rows = format!(r#"<row><c t="inlineStr"><is><t>{}</t></is></c></row>"#, &long[..32_768]);
    let reason = read(&Book::of(&[("Data", &rows)]).pack()).unwrap_err();
    assert_eq!(reason, Unreadable::TooLarge(Limit::Cell));
}

#[test]
fn entities_of_a_document_type_are_never_expanded() {
    let mut book = small_book();
    let laughs = format!("<!DOCTYPE x [<!ENTITY a \"ha\">]>{SHARED}");
    book.put("xl/sharedStrings.xml", &laughs);
    assert_eq!(read(&book.pack()).unwrap_err(), Unreadable::BrokenSheet);
}

#[test]
fn other_office_files_are_told_apart() {
    let mut text_document = Book { parts: Vec::new() };
    text_document.put("content.xml", "<office/>");
    assert_eq!(read(&text_document.pack()).unwrap_err(), Unreadable::NotATable);
    assert_eq!(read(b"just text").unwrap_err(), Unreadable::NotATable);

    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend([0; 504]);
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&old).unwrap_err(), Unreadable::OldExcel);
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&old).unwrap_err(), Unreadable::PasswordProtected);
}
