//! Papers are read back: their size, how many pages, and every word they were given.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

mod reader;
mod samples;

use documents::print::{self, Certificate, Unprintable};
use reader::{Sheet, read};
use samples::{AT, LONG, card, certificate, class_of, letter, list, record, tools};

fn is_size(sheet: &Sheet, width: f32, height: f32) -> bool {
    (sheet.millimetres.0 - width).abs() < 0.5 && (sheet.millimetres.1 - height).abs() < 0.5
}

#[test]
fn a_certificate_is_one_page_of_a4_laid_across_with_all_it_was_given() {
    let given = certificate(12, "Contoh Peserta");
    let sheets = read(&print::certificates(std::slice::from_ref(&given), AT).unwrap());
    let [sheet] = &sheets[..] else { unreachable!("{} pages", sheets.len()) };
    assert!(is_size(sheet, 297.0, 210.0), "{:?}", sheet.millimetres);
    let said = [
        &given.number,
        &given.name,
        &given.title,
        &given.trade,
        &given.days,
        &given.hours,
        &given.place,
        &given.issued,
        &given.signer,
        &given.position,
    ];
    for words in said.into_iter().chain(&given.organisers) {
        assert!(sheet.says(words), "{words} in {}", sheet.text);
    }
    assert_eq!(sheet.pictures, 1, "the code");
}

#[test]
fn the_longest_name_and_title_still_leave_one_page() {
    let long = LONG.repeat(2).chars().take(150).collect::<String>();
    let given = Certificate {
        title: long.clone(),
        place: long.clone(),
        organisers: vec![long.clone(), long.clone(), long.clone()],
        position: long.clone(),
        notice: "DICABUT 14 Agustus 2020".to_owned(),
        ..certificate(1, &long)
    };
    let sheets = read(&print::certificates(&[given], AT).unwrap());
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].says(&long) && sheets[0].says("DICABUT"));
}

#[test]
fn a_class_is_one_file_with_a_page_for_each() {
    let sheets = read(&print::certificates(&class_of(12), AT).unwrap());
    assert_eq!(sheets.len(), 12);
    for (n, sheet) in sheets.iter().enumerate() {
        assert!(sheet.says(&format!("{:04}/PKT-PPKUKM", n + 1)), "page {n}");
        assert!(sheet.says(&format!("Contoh Peserta {}", n + 1)), "page {n}");
    }
    assert_eq!(print::certificates(&[], AT), Err(Unprintable::NoPages));
}

#[test]
fn a_card_has_the_size_of_a_bank_card() {
    for name in ["Contoh Anggota", LONG] {
        let sheets = read(&print::member_card(&card(name), AT).unwrap());
        assert_eq!(sheets.len(), 1, "{name}");
        assert!(is_size(&sheets[0], 85.6, 54.0), "{:?}", sheets[0].millimetres);
        assert!(sheets[0].says(name) && sheets[0].says("JP317506-0000123-0"));
    }
}

#[test]
fn a_hundred_people_sign_on_few_pages_and_each_page_has_the_head() {
    let sheets = read(&print::attendance_lists(&[list(1, 100), list(2, 12)], AT).unwrap());
    assert!(sheets.len() <= 7, "{} pages", sheets.len());
    for sheet in &sheets {
        assert!(is_size(sheet, 210.0, 297.0));
        assert!(sheet.says("Kode daftar: K7QX2M9T"));
    }
    assert!(sheets[1].says("Tanda tangan"), "the head is repeated");
    let all: String = sheets.iter().map(|sheet| sheet.text.as_str()).collect();
    assert!(
        all.contains("Contoh Peserta 100") || all.replace(' ', "").contains("ContohPeserta100")
    );
}

#[test]
fn letters_minutes_and_handovers_say_what_they_were_given() {
    let letters = read(&print::invitations(&[letter("Contoh Satu"), letter(LONG)], AT).unwrap());
    assert_eq!(letters.len(), 2);
    assert!(letters[0].says("Contoh Satu") && letters[1].says(LONG));
    let minutes = read(&print::minutes(&record(), AT).unwrap());
    assert_eq!(minutes.len(), 1);
    for (label, number) in record().numbers {
        assert!(minutes[0].says(&format!("{label}{number}")), "{label}");
    }
    let handed = read(&print::handover(&tools(), AT).unwrap());
    assert_eq!(handed.len(), 1);
    assert!(handed[0].says("BAST/PKT-PPKUKM/2020/000123") && handed[0].says("Mixer tangan 200 W"));
}

#[test]
fn words_of_the_template_language_are_only_words_on_every_paper() {
    for words in ["#panic()", "#read(\"/etc/passwd\")", "$x$ *b* ] } \\ \"", "= Judul", "@ref <l>"]
    {
        let printed = print::certificates(&[certificate(1, words)], AT).unwrap();
        assert!(read(&printed)[0].says(words), "{words}");
        let printed = print::invitations(&[letter(words)], AT).unwrap();
        assert!(read(&printed)[0].says(words), "{words}");
    }
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    let once = print::certificates(&class_of(2), AT).unwrap();
    assert_eq!(once, print::certificates(&class_of(2), AT).unwrap());
}
