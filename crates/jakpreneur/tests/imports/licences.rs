//! Files of permits: issued, asked for, refused; sent again they change nothing.
use super::setup::*;
use jakpreneur::imports::Kind;
use rules::StageKind;
use testkit::on_both_engines;

const HEAD: &str =
    "NIK,Jenis Izin,Nomor,Penerbit,Tanggal Diajukan,Tanggal Terbit,Berlaku Sampai,Status,Alasan";

on_both_engines!(a_file_of_permits_goes_in_once_and_later_files_decide, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 4)));
    let rows = [
        format!("{},NIB,1234567890123,,,2022-03-01,,Terbit,", nik(1)),
        format!("{},Merek,,DJKI,2022-02-01,,,Diajukan,", nik(2)),
        format!("{},P-IRT,,,2022-02-01,,,Ditolak,Zonasi", nik(3)),
        format!("{},SKU,12/2020,Kelurahan,,2020-05-01,2021-05-01,Kedaluwarsa,", nik(4)),
        format!("{},NIB,123,,,2022-03-01,,,", nik(2)),
        format!("{},NIB,1234567890123,,,2022-03-01,,Dicabut,", nik(3)),
        format!("{},NIB,1234567890123,,,2022-03-01,,,", nik(70)),
    ];
    let file = format!("{HEAD}\n{}\n", rows.join("\n"));
    let first = import(&fresh, &app, &new(Kind::Licences), &file);
    assert_eq!(counts(&first), "new 4, existing 0, possible duplicate 0, rejected 3");
    assert_eq!(licensed(&app), 2, "issued, and issued before it expired");
    let again = import(&fresh, &app, &new(Kind::Licences), &file);
    assert_eq!(counts(&again), "new 0, existing 4, possible duplicate 0, rejected 3");
    let sent_back = back(&fresh, &app, &first);
    assert!(sent_back.contains("Alasan Kembali"), "{sent_back}");
    assert!(sent_back.contains("Nomor kurang 10 angka"), "{sent_back}");
    let decided =
        format!("{HEAD}\n{},Merek,IDM000123456,DJKI,2022-02-01,2022-06-01,,Terbit,\n", nik(2));
    let decided = import(&fresh, &app, &new(Kind::Licences), &decided);
    assert_eq!(counts(&decided), "new 1, existing 0, possible duplicate 0, rejected 0");
    assert_eq!(licensed(&app), 3);
    let known = import(&fresh, &app, &new(Kind::Licences), &file);
    assert_eq!(
        counts(&known),
        "new 0, existing 4, possible duplicate 0, rejected 3",
        "an older file takes nothing back"
    );
});

fn licensed(app: &jakpreneur::App) -> u64 {
    let rows = reached(app);
    rows[StageKind::Licensing.index()]
}
