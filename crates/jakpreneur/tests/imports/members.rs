//! Files of members.
use super::setup::*;
use documents::{table::Cell, write::Value};
use jakpreneur::imports::{Kind, NewImport, State};
use jiff::civil::date;
use rules::Agency;
use testkit::on_both_engines;

on_both_engines!(good_rows_go_in_and_the_same_file_changes_nothing_the_second_time, |fresh| {
    let app = open(&fresh);
    let file = lines(
        "nik;NAMA;jenis_kelamin;Tanggal Lahir;No HP;Email;Kelurahan;Kecamatan;Alamat;Jenis Usaha;Jalur;Kelompok Sasaran;OPD;Tanggal Daftar;Saluran;Catatan",
        [
            format!(
                "{};Siti Rahmawati;P;15/06/1990;0812 3456 7890;;Kebon Jeruk;;Jl. Mawar 3;kuliner;Naik Kelas;gakin, pencaker;ppapp;3 Januari 2022;lapangan;x",
                nik(1)
            ),
            format!("{};Budi Santoso;L;;;;;Palmerah;;kriya;Pemula;;;2022-01-04;;", nik(2)),
        ],
    );
    let job = import(&fresh, &app, &new(Kind::Members), &file);
    assert_eq!(job.state, State::Done);
    assert_eq!(counts(&job), "new 2, existing 0, possible duplicate 0, rejected 0");
    assert_eq!(job.unknown_columns, ["Catatan"]);
    assert_eq!(reached(&app)[0], 2);

    let before = entries(&app);
    let again = import(&fresh, &app, &new(Kind::Members), &file);
    assert_eq!(counts(&again), "new 0, existing 2, possible duplicate 0, rejected 0");
    assert_eq!(entries(&app), before);
});

on_both_engines!(two_agencies_may_send_the_same_person_once_each, |fresh| {
    let app = open(&fresh);
    let file = lines(HEADER, people(1, 3));
    let of = |agency: &str| NewImport {
        agency: Some(Agency::parse(agency).expect("an agency")),
        ..new(Kind::Members)
    };
    assert_eq!(import(&fresh, &app, &of("ppapp"), &file).counts.new, 3);
    assert_eq!(import(&fresh, &app, &of("sosial"), &file).counts.new, 3);
    assert_eq!(import(&fresh, &app, &of("ppapp"), &file).counts.existing, 3);
    assert_eq!(reached(&app)[0], 3, "each counts once for the province");
});

on_both_engines!(look_alikes_go_in_and_onto_the_list, |fresh| {
    let app = open(&fresh);
    let file = lines(
        "NIK,Nama,Kelurahan,Tanggal Daftar,No HP",
        [
            format!("{},Siti Rahmawati,Kebon Jeruk,2022-01-03,", twin(1)),
            format!("{},Siti Rahmawati,Kebon Jeruk,2022-01-03,", twin(2)),
            format!("{},Budi Santoso,Kebon Jeruk,2022-01-03,081234567890", twin(3)),
            format!("{},Agus Wijaya,Kebon Jeruk,2022-01-03,+62 812 3456 7890", twin(4)),
            format!("{},Siti Rahmawati,Kebon Jeruk,2022-01-03,", twin(1)),
        ],
    );
    let job = import(&fresh, &app, &new(Kind::Members), file);
    assert_eq!(counts(&job), "new 2, existing 1, possible duplicate 2, rejected 0");
    assert_eq!(reached(&app)[0], 4);
    let officer = app.operator();
    let pairs = app.db.look(|tx| jakpreneur::people::pairs(tx, &officer.scope, None, 10));
    assert_eq!(pairs.expect("pairs").len(), 2);
});

on_both_engines!(bad_rows_come_back_as_the_same_file_with_their_reasons, |fresh| {
    let app = open(&fresh);
    let header =
        "NIK;Nama;Jenis Kelamin;Tanggal Lahir;No HP;Kelurahan;Kecamatan;Jalur;OPD;Tanggal Daftar";
    let bad = [
        ("31730515069;Siti;P;;;Kebon Jeruk;;;;2022-01-03", "NIK: NIK kurang 5 angka"),
        ("317305150690000199;Siti;P;;;Kebon Jeruk;;;;2022-01-03", "NIK: NIK kelebihan 2 angka"),
        ("31730515069O0001;Siti;P;;;Kebon Jeruk;;;;2022-01-03", "NIK: NIK hanya berisi angka"),
        (";;P;;;Kebon Jeruk;;;;2022-01-03", "NIK: Isi bagian ini; Nama: Isi bagian ini"),
        ("3173051506900001;123;P;;;Kebon Jeruk;;;;2022-01-03", "Nama: Isi nama lengkap sesuai KTP"),
        (
            "3173051506900001;Siti;X;;;Kebon Jeruk;;;;2022-01-03",
            "Jenis Kelamin: Pilih salah satu yang tersedia",
        ),
        (
            "3173051506900001;Siti;P;31/02/1990;;Kebon Jeruk;;;;2022-01-03",
            "Tanggal Lahir: Tanggal ini tidak ada. Tulis seperti 02/03/2021 atau 2 Maret 2021",
        ),
        (
            "3173051506900001;Siti;P;;0812;Kebon Jeruk;;;;2022-01-03",
            "No HP: Nomor HP harus 10 sampai 13 angka, misalnya 0812 3456 7890",
        ),
        (
            "3173051506900001;Siti;P;;;Antah Berantah;;;;2022-01-03",
            "Kelurahan/Kecamatan: Wilayah ini tidak ditemukan",
        ),
        (
            "3173051506900001;Siti;P;;;Kebon Jeruk;Gambir;;;2022-01-03",
            "Kelurahan/Kecamatan: Kelurahan ini tidak ada di kecamatan itu",
        ),
        (
            "3173051506900001;Siti;P;;;Kebon Jeruk;;Cepat;;2022-01-03",
            "Jalur: Pilih salah satu yang tersedia",
        ),
        ("3173051506900001;Siti;P;;;Kebon Jeruk;;;Dinas;2022-01-03", "OPD: OPD ini tidak dikenal"),
        ("3173051506900001;Siti;P;;;Kebon Jeruk;;;;", "Tanggal Daftar: Isi bagian ini"),
        (
            "3173051506900001;Siti;P;;;Kebon Jeruk;;;;2022-06-23",
            "Tanggal Daftar: Tanggal ini belum terjadi",
        ),
        (
            "3173051506900001;Siti;P;;;Kebon Jeruk;;;;2016-12-31",
            "Tanggal Daftar: Program dimulai tahun 2017",
        ),
        (
            "3173051506900001;Siti;P;;;Kebon Jeruk;;;;2022-01-03;lagi",
            "Baris ini punya lebih banyak isian daripada kolom. Beri tanda kutip pada isian yang memuat tanda pemisah",
        ),
    ];
    let file = lines(header, bad.iter().map(|(row, _)| (*row).to_owned()));
    let job = import(&fresh, &app, &new(Kind::Members), file);
    assert_eq!(job.counts.rejected, 16);
    assert_eq!(entries(&app), 0);
    let back = back(&fresh, &app, &job);
    let mut rows = back.lines();
    assert_eq!(rows.next(), Some(format!("{header};;Alasan").as_str()));
    for ((row, reason), came) in bad.iter().zip(rows) {
        let row = if row.ends_with("lagi") { (*row).to_owned() } else { format!("{row};") };
        let said =
            if reason.contains(';') { format!("\"{reason}\"") } else { (*reason).to_owned() };
        assert_eq!(came, format!("{row};{said}"));
    }
});

on_both_engines!(rows_that_came_back_go_in_once_they_are_put_right, |fresh| {
    let app = open(&fresh);
    let file = lines(
        "NIK,Nama,Alamat,Kelurahan,Tanggal Daftar",
        [
            format!("{},Siti,\"Jl. \"\"Mawar\"\", 3\",Kebon Jeruk,2022-01-03", nik(1)),
            format!("{},Budi,\"Gang 2, RT 3\",Kebon,2022-01-03", nik(2)),
        ],
    );
    let job = import(&fresh, &app, &new(Kind::Members), file);
    assert_eq!(counts(&job), "new 1, existing 0, possible duplicate 0, rejected 1");
    let wrong = back(&fresh, &app, &job);
    assert!(wrong.contains("\"Gang 2, RT 3\""), "{wrong}");
    let right = wrong.replace(",Kebon,", ",Kebon Jeruk,");
    let job = import(&fresh, &app, &new(Kind::Members), right);
    assert_eq!(counts(&job), "new 1, existing 0, possible duplicate 0, rejected 0");
    assert!(job.unknown_columns.is_empty(), "the reasons are no unknown column");
    assert_eq!(back(&fresh, &app, &job).lines().count(), 1, "nothing goes back: the header alone");
});

on_both_engines!(a_nik_kept_as_a_number_goes_back_as_a_number, |fresh| {
    let app = open(&fresh);
    let row = |nik: Value, on: Value| {
        vec![nik, text("Siti"), text("Kebon Jeruk"), on, Value::Number(81_234_567_890.0)]
    };
    let book = workbook(
        "NIK,Nama,Kelurahan,Tanggal Daftar,No HP",
        &[
            row(Value::Number(3_173_051_506_900_001.0), Value::Date(date(2022, 1, 3))),
            row(text(&nik(2)), Value::Date(date(2022, 1, 3))),
        ],
    );
    let sent = NewImport { file_name: "peserta.xlsx".to_owned(), ..new(Kind::Members) };
    let job = import(&fresh, &app, &sent, book);
    assert_eq!(counts(&job), "new 1, existing 0, possible duplicate 0, rejected 1");
    let back = back_cells(&fresh, &app, &job);
    assert_eq!(back.len(), 1);
    assert_eq!(back[0][0], Cell::Number(3_173_051_506_900_001.0));
    assert_eq!(back[0][3], Cell::Date(date(2022, 1, 3)));
    assert_eq!(
        back[0][5],
        Cell::Text("NIK: NIK tersimpan sebagai angka, sehingga angka terakhirnya bisa berubah. Jadikan kolom NIK teks, lalu isi ulang NIK ini".to_owned())
    );
});
