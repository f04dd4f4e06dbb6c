//! Files of services.
use super::setup::*;
use jakpreneur::imports::{Kind, NewImport};
use rules::Agency;
use testkit::on_both_engines;

on_both_engines!(services_reach_stages_once, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 3)));
    let file = lines(
        "NIK,Tahap,Tanggal,OPD,Kecamatan,Keterangan",
        [
            format!("{},Pelatihan,2022-02-01,,Palmerah,Kelas roti", nik(1)),
            format!("{},mentoring,1 Maret 2022,,,", nik(1)),
            format!("{},Pelatihan,2022-02-01,ppapp,,", nik(2)),
            format!("{},Pelatihan,2022-02-01,,,", nik(1)),
        ],
    );
    let job = import(&fresh, &app, &new(Kind::Services), &file);
    assert_eq!(counts(&job), "new 3, existing 1, possible duplicate 0, rejected 0");
    assert_eq!(reached(&app), [3, 2, 1, 0, 0, 0, 0]);
    let again = import(&fresh, &app, &new(Kind::Services), &file);
    assert_eq!(counts(&again), "new 0, existing 4, possible duplicate 0, rejected 0");
});

on_both_engines!(codes_count_in_a_scheme_only, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 2)));
    let file = lines("NIK,Tahap,Tanggal", [format!("{},P2,2022-02-01", nik(1))]);
    let plain = import(&fresh, &app, &new(Kind::Services), &file);
    assert_eq!(plain.counts.rejected, 1);
    assert!(back(&fresh, &app, &plain).ends_with(",Tahap: Tahap ini tidak dikenal\n"));
    assert_eq!(import(&fresh, &app, &with_scheme("jakbar2022"), &file).counts.new, 1);
    assert_eq!(reached(&app), [2, 0, 1, 0, 0, 0, 0], "P2 is mentoring there");
});

on_both_engines!(what_no_member_can_have_received_comes_back, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 1)));
    let bad = [
        (
            format!("{},Pelatihan,2022-02-01,", nik(9)),
            "NIK: NIK ini belum terdaftar. Daftarkan orangnya dulu",
        ),
        (
            format!("{},Pelatihan,2022-01-02,", nik(1)),
            "Tanggal: Tanggal ini sebelum orangnya terdaftar",
        ),
        (format!("{},Pelatihan,2022-06-23,", nik(1)), "Tanggal: Tanggal ini belum terjadi"),
        (
            format!("{},Pendaftaran,2022-02-01,", nik(1)),
            "Tahap: Pendaftaran dicatat saat mendaftar, bukan sebagai layanan",
        ),
        (
            format!("{},Wisuda,kemarin,", nik(1)),
            "Tahap: Tahap ini tidak dikenal; Tanggal: Tanggal ini tidak ada. Tulis seperti 02/03/2021 atau 2 Maret 2021",
        ),
        (format!("{},Pelatihan,,", nik(1)), "Tanggal: Isi bagian ini"),
        (format!("{},Pelatihan,2022-02-01,Mars", nik(1)), "Kecamatan: Wilayah ini tidak ditemukan"),
    ];
    let file = lines("NIK,Tahap,Tanggal,Kecamatan", bad.iter().map(|(row, _)| row.clone()));
    let job = import(&fresh, &app, &new(Kind::Services), file);
    assert_eq!(counts(&job), "new 0, existing 0, possible duplicate 0, rejected 7");
    for ((row, reason), came) in bad.iter().zip(back(&fresh, &app, &job).lines().skip(1)) {
        let said =
            if reason.contains(',') { format!("\"{reason}\"") } else { (*reason).to_owned() };
        assert_eq!(came, format!("{row},{said}"));
    }
});

on_both_engines!(a_service_belongs_to_the_agencys_own_record_first, |fresh| {
    let app = open(&fresh);
    let of = |kind, agency: &str| NewImport {
        agency: Some(Agency::parse(agency).expect("an agency")),
        ..new(kind)
    };
    let later = lines(HEADER, [format!("{},ban cok,Kebon Jeruk,2022-03-01", nik(1))]);
    import(&fresh, &app, &of(Kind::Members, "ppkukm"), lines(HEADER, people(1, 1)));
    import(&fresh, &app, &of(Kind::Members, "ppapp"), later);
    let service = lines("NIK,Tahap,Tanggal", [format!("{},Pelatihan,2022-02-01", nik(1))]);
    let own = import(&fresh, &app, &of(Kind::Services, "ppapp"), &service);
    assert_eq!(own.counts.rejected, 1, "that agency registered only in March");
    let other = import(&fresh, &app, &of(Kind::Services, "sosial"), &service);
    assert_eq!(other.counts.new, 1, "an agency without a record gives to the earliest");
});

on_both_engines!(what_an_export_calls_unfinished_is_never_finished_by_an_import, |fresh| {
    let app = open(&fresh);
    import(&fresh, &app, &new(Kind::Members), lines(HEADER, people(1, 1)));
    let rows = [
        ("Pelatihan", "SELESAI", ""),
        ("Perizinan", "", ""),
        (
            "Mentoring",
            "Baru dimulai",
            "Keadaan: Layanan ini baru dimulai. Berkas hanya mencatat layanan yang selesai",
        ),
        ("Pemasaran", "Dibatalkan", "Keadaan: Layanan ini sudah dibatalkan"),
        ("Permodalan", "Batal", "Keadaan: Pilih salah satu yang tersedia"),
    ];
    let row = |(stage, standing, _): &(&str, &str, &str)| {
        format!("{},{stage},2022-02-01,{standing}", nik(1))
    };
    let file = lines("NIK,Tahap,Tanggal,Keadaan", rows.iter().map(row));
    let job = import(&fresh, &app, &new(Kind::Services), file);
    assert_eq!(counts(&job), "new 2, existing 0, possible duplicate 0, rejected 3");
    assert!(job.unknown_columns.is_empty());
    let back = back(&fresh, &app, &job);
    for ((_, _, reason), came) in rows.iter().skip(2).zip(back.lines().skip(1)) {
        assert!(came.ends_with(reason), "{came}");
    }
    assert_eq!(reached(&app), [1, 1, 0, 1, 0, 0, 0]);
});
