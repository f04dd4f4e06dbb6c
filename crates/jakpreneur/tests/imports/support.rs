//! Files of support: new, known, refused with the reason at the file's own column.
use super::setup::*;
use documents::write::Value;
use jakpreneur::imports::{Kind, NewImport};
use testkit::on_both_engines;

const HEAD: &str = "NIK,Jenis Dukungan,Tanggal,Rincian,Nilai,OPD";

fn given() -> String {
    let rows = [
        format!("{},Subsidi bahan baku,2022-03-02,25 kg tepung,\"Rp250.000\",", nik(1)),
        format!("{},raw_material,2022-03-02,25 kg tepung,300000,", nik(1)),
        format!("{},Konsultasi,02/03/2022,Kemasan,,ppapp", nik(2)),
        format!("{},Konsultasi,2022-03-02,Kemasan,,ppapp", nik(2)),
        format!("{},Hadiah,2022-03-02,Piala,,", nik(2)),
        format!("{},Konsultasi,2021-03-02,Sebelum daftar,,", nik(2)),
        format!("{},Konsultasi,,Tanpa hari,,", nik(2)),
        format!("{},Konsultasi,2022-03-02,Mahal,banyak,", nik(2)),
        format!("{},Konsultasi,2022-03-02,Orang lain,,", nik(70)),
    ];
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

fn supports(app: &jakpreneur::App) -> i64 {
    let found: Option<(i64,)> =
        app.db.look(|tx| tx.maybe("select count(*) from support", ())).expect("looks");
    found.expect("a count").0
}

on_both_engines!(a_file_of_support_goes_in_once_and_comes_back_with_reasons, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 2)));
    let dry = NewImport { dry_run: true, ..new(Kind::Support) };
    let tried = import(&fresh, &app, &dry, given());
    let expected = "new 3, existing 1, possible duplicate 0, rejected 5";
    assert_eq!(counts(&tried), expected, "tried out");
    assert_eq!(supports(&app), 0, "and nothing recorded");
    let first = import(&fresh, &app, &new(Kind::Support), given());
    assert_eq!((counts(&first).as_str(), supports(&app)), (expected, 3));
    let again = import(&fresh, &app, &new(Kind::Support), given());
    assert_eq!(counts(&again), "new 0, existing 4, possible duplicate 0, rejected 5");
    let back = back(&fresh, &app, &first);
    let said = |row: usize| back.lines().nth(row).unwrap_or_default().to_owned();
    assert!(said(1).contains("Jenis Dukungan: Pilih salah satu"), "{back}");
    assert!(said(2).contains("Tanggal: Tanggal ini sebelum"), "{back}");
    assert!(said(3).contains("Tanggal: Isi bagian ini"), "{back}");
    assert!(said(4).contains("Nilai: "), "{back}");
    assert!(said(5).contains("NIK: NIK ini belum terdaftar"), "{back}");
    jakpreneur::verify::verify(&app, &mut |_, _, _| {}).expect("verifies");
});

on_both_engines!(a_workbook_keeps_days_and_amounts_of_support, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 1)));
    let row = vec![
        text(&nik(1)),
        text("konsultasi"),
        Value::Date(jiff::civil::date(2022, 3, 2)),
        text("Kemasan"),
        Value::Whole(150_000),
    ];
    let new = NewImport { file_name: "dukungan.xlsx".to_owned(), ..new(Kind::Support) };
    let header = "NIK,Jenis Dukungan,Tanggal,Rincian,Nilai";
    let done = import(&fresh, &app, &new, workbook(header, &[row]));
    assert_eq!(counts(&done), "new 1, existing 0, possible duplicate 0, rejected 0");
    let value: Option<(i64,)> =
        app.db.look(|tx| tx.maybe("select value_rp from support", ())).expect("looks");
    assert_eq!(value, Some((150_000,)));
});
