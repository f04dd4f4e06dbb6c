//! Files of months of businesses: new, known, corrected; what jumps comes back.
use super::setup::*;
use documents::write::Value;
use jakpreneur::{
    growth::figures::{self, Asked, GrowthNumbers},
    imports::{Kind, NewImport},
};
use testkit::on_both_engines;

const HEAD: &str = "NIK,Bulan,Omzet,Aset,Perempuan Dibayar,Laki-laki Tidak Dibayar,Sumber,Dipastikan,Alasan Membetulkan";

fn months() -> String {
    let rows = [
        format!("{},2022-01,5000000,20000000,1,1,Pembukuan,,", nik(1)),
        format!("{},Mei 2022,\"Rp6.000.000\",,2,1,,,", nik(1)),
        format!("{},2022-01,5000000,,,,lisan,,", nik(2)),
        format!("{},2022-02,60000000,,,,lisan,,", nik(2)),
        format!("{},2022-03,60000000,,,,lisan,Ya,", nik(2)),
        format!("{},2022-04,,,,,lisan,,", nik(2)),
        format!("{},2022-13,1000000,,,,lisan,,", nik(2)),
        format!("{},2022-04,1000000,,,,kabar burung,,", nik(2)),
        format!("{},2022-08,1000000,,,,lisan,,", nik(3)),
        format!("{},2022-04,1000000,,,,lisan,,", nik(70)),
    ];
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

fn grown(app: &jakpreneur::App) -> GrowthNumbers {
    let answer = figures::ask(&app.db, &app.house, &app.operator(), &Asked::default());
    answer.expect("answers").total
}

on_both_engines!(a_file_of_months_goes_in_once_and_jumps_come_back, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 4)));
    let dry = NewImport { dry_run: true, ..new(Kind::Measurements) };
    let tried = import(&fresh, &app, &dry, months());
    let expected = "new 4, existing 0, possible duplicate 0, rejected 6";
    assert_eq!(counts(&tried), expected, "tried out");
    assert_eq!(grown(&app).unknown, 4, "and nothing recorded");
    let first = import(&fresh, &app, &new(Kind::Measurements), months());
    assert_eq!(counts(&first), expected);
    let total = grown(&app);
    assert_eq!((total.rose, total.unknown), (2, 2));
    assert_eq!((total.workers_gained, total.gaining), (1, 1));
    let again = import(&fresh, &app, &new(Kind::Measurements), months());
    assert_eq!(counts(&again), "new 0, existing 4, possible duplicate 0, rejected 6");
    let back = back(&fresh, &app, &first);
    assert_eq!(back.lines().count(), 7, "{back}");
    assert!(back.lines().next().is_some_and(|head| head.ends_with("Alasan")), "{back}");
});

on_both_engines!(a_month_told_before_is_corrected_with_a_reason_alone, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 1)));
    import(
        &fresh,
        &app,
        &new(Kind::Measurements),
        format!("{HEAD}\n{},2022-01,5000000,,,,,,\n", nik(1)),
    );
    let other = |reason: &str| format!("{HEAD}\n{},2022-01,4000000,,,,,,{reason}\n", nik(1));
    let refused = import(&fresh, &app, &new(Kind::Measurements), other(""));
    assert_eq!(counts(&refused), "new 0, existing 0, possible duplicate 0, rejected 1");
    let corrected = import(&fresh, &app, &new(Kind::Measurements), other("salah ketik"));
    assert_eq!(counts(&corrected), "new 1, existing 0, possible duplicate 0, rejected 0");
});

on_both_engines!(a_workbook_keeps_months_as_days_and_amounts_as_numbers, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 1)));
    let row = |month: jiff::civil::Date, amount: i64| {
        vec![text(&nik(1)), Value::Date(month), Value::Whole(amount)]
    };
    let rows = [
        row(jiff::civil::date(2022, 1, 1), 5_000_000),
        row(jiff::civil::date(2022, 5, 1), 10_000_000),
    ];
    let new = NewImport { file_name: "bulan.xlsx".to_owned(), ..new(Kind::Measurements) };
    let done = import(&fresh, &app, &new, workbook("NIK,Bulan,Omzet", &rows));
    assert_eq!(counts(&done), "new 2, existing 0, possible duplicate 0, rejected 0");
    assert_eq!(grown(&app).indicators.turnover.rose, 1);
});
