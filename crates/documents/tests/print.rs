//! A printed report holds what it was given, as text and never as instruction.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use documents::print::{self, Column, Fact, Report, Unprintable};
use jiff::civil::datetime;

fn report(rows: usize) -> Report {
    let column = |title: &str, is_numeric| Column { title: title.to_owned(), is_numeric };
    Report {
        letterhead: vec!["Pemerintah Provinsi DKI Jakarta".to_owned()],
        title: "Capaian Peserta".to_owned(),
        facts: vec![Fact { label: "Wilayah".to_owned(), value: "Provinsi".to_owned() }],
        columns: vec![column("Tahap", false), column("Orang", true)],
        rows: (0..rows).map(|row| vec![format!("Tahap {row}"), row.to_string()]).collect(),
        total: Some(vec!["Jumlah".to_owned(), "10".to_owned()]),
        notes: vec!["Orang dihitung sekali.".to_owned()],
        footer: "Contoh".to_owned(),
        printed_at: datetime(2021, 3, 2, 8, 0, 0, 0),
    }
}

fn pages(pdf: &[u8]) -> usize {
    let page = b"/Type/Page/";
    pdf.windows(page.len()).filter(|window| window == page).count()
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let pdf = print::report(&report(3)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, print::report(&report(3)).unwrap());
    let later = Report { printed_at: datetime(2021, 3, 3, 8, 0, 0, 0), ..report(3) };
    assert_ne!(pdf, print::report(&later).unwrap());
}

#[test]
fn words_of_the_template_language_are_only_words() {
    for words in ["#panic()", "#read(\"/etc/passwd\")", "$x$ *b* ] } \\ \"", "= Judul", "@ref <l>"]
    {
        let mut hostile = report(1);
        hostile.title = words.to_owned();
        hostile.rows[0][0] = words.to_owned();
        hostile.notes = vec![words.to_owned()];
        hostile.footer = words.to_owned();
        assert!(print::report(&hostile).is_ok(), "{words}");
    }
}

#[test]
fn a_long_report_goes_on_to_further_pages() {
    assert!(print::report(&report(0)).is_ok());
    let short = print::report(&report(3)).unwrap();
    let long = print::report(&report(200)).unwrap();
    assert_eq!(pages(&short), 1, "{}", String::from_utf8_lossy(&short));
    assert!(pages(&long) > 3);
}

#[test]
fn a_report_that_does_not_add_up_is_refused() {
    let mut ragged = report(2);
    ragged.rows[1].pop();
    assert_eq!(print::report(&ragged), Err(Unprintable::RaggedRow));
    assert_eq!(print::report(&report(5_001)), Err(Unprintable::TooManyRows));
    let none = Report { columns: vec![], rows: vec![], total: None, ..report(0) };
    assert_eq!(print::report(&none), Err(Unprintable::NoColumns));
}
