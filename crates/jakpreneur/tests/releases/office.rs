//! The files of every kind of report, opened by programs of others: LibreOffice and poppler.
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]
use crate::{
    common::open,
    world::{Life, every_kind, opened, release},
};
use documents::{
    print,
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Value},
};
use jakpreneur::{
    releases::{self, Document},
    reports::{self, By, Narrowing},
    words::Lang,
};
use std::{ffi::OsStr, fs, io::Cursor, path::Path, process::Command};
use testkit::Fresh;

/// Runs a program; false where it is not here, which is a failure where everything must be.
fn ran(program: &str, arguments: &[&OsStr]) -> bool {
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{program}: {said}");
            true
        }
        Err(why) => {
            assert!(std::env::var_os("CI").is_none(), "{program}: {why}");
            eprintln!("skipped: no {program} ({why})");
            false
        }
    }
}

/// Opens a table and saves it in another form beside it; LibreOffice gets a profile of its own.
fn converted(folder: &Path, file: &Path, to: &str) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let words = [profile.as_str(), "--headless", "--convert-to", to, "--outdir"];
    let mut arguments: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
    arguments.extend([folder.as_os_str(), file.as_os_str()]);
    ran("soffice", &arguments)
}

/// The sum of a column as LibreOffice read it.
fn sum(csv: &str, title: &str) -> u64 {
    let mut lines = csv.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let titles = lines.next().expect("a heading");
    let at = titles.iter().position(|it| *it == title).expect("the column");
    lines
        .map(|line| if line[at].is_empty() { 0 } else { line[at].parse::<u64>().expect("whole") })
        .sum()
}

fn tables_agree(folder: &Path, document: &Document, name: &str) -> bool {
    let at = "2022-06-22T12:00".parse().expect("a moment");
    let file = folder.join(format!("{name}.xlsx"));
    let bytes = releases::sheet(document, Lang::Id, at, Format::Xlsx).expect("a table");
    fs::write(&file, bytes).expect("writes");
    // Tabs, UTF-8, values as they are and not as they are shown.
    if !converted(folder, &file, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false") {
        return false;
    }
    let csv = fs::read_to_string(folder.join(format!("{name}.csv"))).expect("was opened");
    assert_eq!(csv.lines().count(), document.lines.len() + 1, "{csv}");
    let ours = |of: fn(&releases::Line) -> u64| document.lines.iter().map(of).sum::<u64>();
    assert_eq!(sum(&csv, "Realisasi"), ours(|line| line.actual), "{csv}");
    assert_eq!(sum(&csv, "Target"), ours(|line| line.target.unwrap_or(0)), "{csv}");
    true
}

fn paper_opens(folder: &Path, document: &Document, name: &str) {
    let at = "2022-06-22T12:00".parse().expect("a moment");
    let digest = releases::Digest::of(&document.bytes().expect("bytes"));
    let check = "https://jakpreneur.example/cek-rilis";
    let paper = releases::paper(document, (&digest, &[]), Lang::Id, check, at);
    let address = format!("{check}/{digest}");
    let pdf = print::report_to_check(&paper, &address).expect("prints");
    assert_ne!(pdf, print::report(&paper).expect("prints"), "the code is on it");
    let file = folder.join(format!("{name}.pdf"));
    fs::write(&file, pdf).expect("writes");
    let text = folder.join(format!("{name}.txt"));
    if ran("pdftotext", &[OsStr::new("-layout"), file.as_os_str(), text.as_os_str()]) {
        let text = fs::read_to_string(text).expect("was opened");
        assert!(text.contains(&document.number) && text.contains("Keterangan"), "{text}");
        assert_eq!(text.contains("Masa laporan"), document.scope.period.is_some(), "{text}");
        let aims = document.lines.iter().any(|line| line.target.is_some());
        assert_eq!(text.contains("Capaian"), aims, "{text}");
    }
}

/// A profile in which LibreOffice computes formulas again when it opens a workbook.
fn recomputing(folder: &Path) {
    let user = folder.join("profile/user");
    fs::create_dir_all(&user).expect("a folder");
    let always = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#;
    fs::write(user.join("registrymodifications.xcu"), always).expect("writes");
}

/// The number in a column of the last line that LibreOffice saved.
fn last(folder: &Path, name: &str, bytes: &[u8], column: usize) -> Option<u64> {
    let file = folder.join(format!("{name}.xlsx"));
    fs::write(&file, bytes).expect("writes");
    if !converted(folder, &file, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false") {
        return None;
    }
    let csv = fs::read_to_string(folder.join(format!("{name}.csv"))).expect("was opened");
    let line = csv.lines().last().expect("a line").split('\t').nth(column);
    Some(line.and_then(|it| it.parse().ok()).unwrap_or_else(|| panic!("{csv}")))
}

/// Two numbers, and a sum that somebody wrote wrong.
fn wrong_sum() -> Vec<u8> {
    let sheet = Sheet {
        name: "Jumlah".to_owned(),
        columns: vec![Column::new("Apa", Kind::Text), Column::new("Orang", Kind::Number)],
        made_at: "2022-06-22T12:00".parse().expect("a moment"),
        formulas: Formulas::Disarmed,
    };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Xlsx).expect("starts");
    for number in [30, 12] {
        out.row(&[Value::Text("baris".to_owned()), Value::Whole(number)]).expect("a row");
    }
    out.sums("Jumlah", &[(1, 7)]).expect("a sum");
    out.finish().expect("a file").into_inner()
}

#[test]
fn the_sums_of_a_workbook_are_formulas_that_libreoffice_computes_to_our_sums() {
    let folder = tempfile::tempdir().expect("a folder");
    recomputing(folder.path());
    let Some(sum) = last(folder.path(), "salah", &wrong_sum(), 1) else { return };
    assert_eq!(sum, 42, "computed again, whatever was written beside the formula");
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    Life::new(43).goes_on(&app, 60);
    let at = "2022-06-22T12:00".parse().expect("a moment");
    for by in [vec![], vec![By::Agency], vec![By::Kecamatan, By::Month]] {
        let asked = Narrowing { by: by.clone(), ..Narrowing::default() };
        let answer = reports::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
        let bytes = reports::sheet(&app.house, &answer, &by, Lang::Id, at, Format::Xlsx);
        let sum = last(folder.path(), "tahap", &bytes.expect("a file"), by.len() + 4);
        let ours = answer
            .groups
            .map_or(answer.persons, |groups| groups.iter().map(|group| group.persons).sum());
        assert_eq!(sum, Some(ours), "{by:?}");
    }
}

#[test]
fn every_kind_of_report_is_opened_by_libreoffice_with_the_same_sums_and_printed_with_a_code() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let mut life = Life::new(41);
    life.goes_on(&app, 80);
    life.measures(&app, 40);
    let folder = tempfile::tempdir().expect("a folder");
    for form in every_kind() {
        let document = opened(&app, &release(&app, &form).expect("releases")).document;
        assert!(!document.lines.is_empty(), "{:?}", document.kind);
        paper_opens(folder.path(), &document, &form.kind);
        if !tables_agree(folder.path(), &document, &form.kind) {
            return;
        }
    }
}
