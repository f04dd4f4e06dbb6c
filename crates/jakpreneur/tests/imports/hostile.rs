//! Files that are no tables are refused with the reason, and leave nothing running.
use super::setup::*;
use jakpreneur::imports::{Failure, Kind, NewImport, State};
use testkit::Fresh;

fn failure(name: &str, bytes: &[u8]) -> Failure {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let sent = NewImport { file_name: name.to_owned(), ..new(Kind::Members) };
    let job = import(&fresh, &app, &sent, bytes);
    assert_eq!(job.state, State::Failed);
    assert!(job.ended_at.is_some());
    assert_eq!(entries(&app), 0);
    job.failure.expect("a failure")
}

#[test]
fn what_is_no_table_is_refused_with_the_reason() {
    let book = workbook(HEADER, &[]);
    assert_eq!(failure("a.xlsx", &book[..book.len() / 2]), Failure::Damaged);
    assert_eq!(failure("a.csv", b"%PDF-1.7 ..."), Failure::NotATable);
    assert_eq!(failure("a.csv", b"<html><body>"), Failure::NotATable);
    assert_eq!(failure("a.csv", b"\n\n"), Failure::NoHeader);
    assert_eq!(
        failure("a.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Failure::NotATable
    );
}

#[test]
fn a_missing_column_is_named() {
    let failure = failure("a.csv", b"NIK,Nama,Kelurahan\n1,2,3\n");
    assert_eq!(failure.to_string(), "the column Tanggal Daftar is missing");
}

#[test]
fn what_went_in_before_a_break_stays_and_is_counted() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let mut bytes = lines(HEADER, people(1, 20)).into_bytes();
    bytes.extend_from_slice(b"\"never closed,");
    bytes.extend(std::iter::repeat_n(b'x', 9 * 1024 * 1024));
    let job = import(&fresh, &app, &new(Kind::Members), &bytes);
    assert_eq!((job.state, job.failure), (State::Failed, Some(Failure::TooLarge)));
    assert_eq!(counts(&job), "new 20, existing 0, possible duplicate 0, rejected 0");
    assert_eq!(reached(&app)[0], 20);
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_missing() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let path = fresh.folder.path().join("tidak-ada.csv");
    let missing = jakpreneur::imports::import_file(&app, &path, &new(Kind::Members), &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
    assert!(missing.expect_err("refused").to_string().contains("tidak-ada.csv cannot be read"));
}
