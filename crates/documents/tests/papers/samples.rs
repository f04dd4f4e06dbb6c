//! One of each paper, with names as long as they come.
#![allow(dead_code, reason = "tests and the example use different parts")]

use documents::print::{
    self, AttendanceList, Certificate, Handover, Invitation, Item, MemberCard, Minutes, Participant,
};
use jiff::civil::{DateTime, datetime};

pub const AT: DateTime = datetime(2020, 8, 14, 9, 0, 0, 0);
pub const LONG: &str =
    "Raden Ajeng Siti Rahmawati Kusumawardhaniningtyas Prawirodirdjo binti Muhammad Contoh";

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect()
}

fn letterhead() -> Vec<String> {
    texts(&[
        "Pengembangan Kewirausahaan Terpadu (JakPreneur)",
        "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah",
        "Kota Jakarta Timur",
    ])
}

pub fn certificate(n: usize, name: &str) -> Certificate {
    let number = format!("{n:04}/PKT-PPKUKM/31.75.06/2020/K7QX2M9T");
    Certificate {
        address: format!("https://jakpreneur.contoh.id/cek/{}", number.replace('/', "-")),
        number,
        name: name.to_owned(),
        title: "Bimbingan Teknis Furnitur Kayu bagi Industri Kecil".to_owned(),
        trade: "Furnitur kayu".to_owned(),
        organisers: texts(&[
            "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah",
            "Kementerian Perindustrian",
        ]),
        days: "10 sampai 13 Agustus 2020".to_owned(),
        hours: "32 jam pelajaran (JP)".to_owned(),
        place: "Gedung PPIK, Pulogadung, Jakarta Timur".to_owned(),
        issued: "Jakarta, 14 Agustus 2020".to_owned(),
        signer: "Nama Penanda Tangan".to_owned(),
        position: "Kepala Suku Dinas PPKUKM Jakarta Timur".to_owned(),
        notice: String::new(),
    }
}

pub fn class_of(n: usize) -> Vec<Certificate> {
    (1..=n).map(|n| certificate(n, &format!("Contoh Peserta {n}"))).collect()
}

pub fn card(name: &str) -> MemberCard {
    MemberCard {
        name: name.to_owned(),
        number: "JP317506-0000123-0".to_owned(),
        area: "Cakung, Jakarta Timur".to_owned(),
        agency: "PPKUKM".to_owned(),
        registered: "3 Januari 2020".to_owned(),
        code: "JP1:018F0000000070008000000000000001:K7QX2M9T".to_owned(),
    }
}

pub fn list(session: usize, people: usize) -> AttendanceList {
    let person = |n: usize| Participant {
        name: if n == 3 { LONG.to_owned() } else { format!("Contoh Peserta {n}") },
        nik: "3175********0001".to_owned(),
        area: ["Cakung", "Pulogadung", "Duren Sawit"][n % 3].to_owned(),
    };
    AttendanceList {
        letterhead: letterhead(),
        facts: pairs(&[
            ("Pelatihan", "Bimbingan Teknis Furnitur Kayu bagi Industri Kecil"),
            ("Sesi", &format!("{session} dari 4")),
            ("Hari, tanggal", "Senin, 10 Agustus 2020"),
            ("Waktu", "08.00–16.00 WIB"),
            ("Tempat", "Gedung PPIK, Pulogadung"),
            ("Pengajar", "Pengajar Contoh"),
        ]),
        participants: (1..=people).map(person).collect(),
        walk_ins: 5,
        code: "K7QX2M9T".to_owned(),
        address: "https://jakpreneur.contoh.id/kelas-kerja/1/hadir?sesi=1".to_owned(),
    }
}

pub fn letter(name: &str) -> Invitation {
    let session = |day: &str| {
        ["08.00–16.00 WIB", "Gedung PPIK, Pulogadung", "Sambungan kayu dan penyelesaian permukaan"]
            .map(str::to_owned)
            .into_iter()
            .fold(vec![day.to_owned()], |mut all, one| {
                all.push(one);
                all
            })
            .try_into()
            .unwrap_or_default()
    };
    Invitation {
        letterhead: letterhead(),
        written: "Jakarta, 1 Agustus 2020".to_owned(),
        name: name.to_owned(),
        area: "Kecamatan Cakung".to_owned(),
        title: "Bimbingan Teknis Furnitur Kayu".to_owned(),
        trade: "furnitur kayu".to_owned(),
        organisers: texts(&["Dinas PPKUKM", "Kementerian Perindustrian"]),
        sessions: vec![session("Senin, 10 Agustus 2020"), session("Selasa, 11 Agustus 2020")],
        closes: "5 Agustus 2020".to_owned(),
        notes: texts(&["Bawa alat tulis."]),
        signer: "Nama Penanda Tangan".to_owned(),
        position: "Kepala Suku Dinas".to_owned(),
        address: "https://jakpreneur.contoh.id/kelas/018f".to_owned(),
    }
}

pub fn record() -> Minutes {
    Minutes {
        letterhead: letterhead(),
        day: "Kamis, tanggal tiga belas bulan Agustus tahun dua ribu dua puluh".to_owned(),
        title: "Bimbingan Teknis Furnitur Kayu bagi Industri Kecil".to_owned(),
        trade: "Furnitur kayu".to_owned(),
        place: "Gedung PPIK, Pulogadung".to_owned(),
        days: "10 sampai 13 Agustus 2020".to_owned(),
        sessions: "4".to_owned(),
        organisers: texts(&["Dinas PPKUKM", "Kementerian Perindustrian"]),
        trainers: texts(&["Pengajar Contoh", "Pengajar Kedua"]),
        numbers: pairs(&[
            ("Diundang", "150"),
            ("Terdaftar", "130"),
            ("Datang tanpa mendaftar", "4"),
            ("Hadir paling sedikit satu sesi", "118"),
            ("Menyelesaikan", "109"),
        ]),
        rule: "Peserta menyelesaikan pelatihan bila hadir paling sedikit 80% dari sesi.".to_owned(),
        written: "Jakarta, 13 Agustus 2020".to_owned(),
        signer: ("Nama Penanda Tangan".to_owned(), "Kepala Suku Dinas".to_owned()),
    }
}

pub fn tools() -> Handover {
    let item =
        |name: &str, quantity: &str| Item { name: name.to_owned(), quantity: quantity.to_owned() };
    Handover {
        letterhead: letterhead(),
        number: "BAST/PKT-PPKUKM/2020/000123".to_owned(),
        day: "Kamis, tanggal tiga belas bulan Agustus tahun dua ribu dua puluh".to_owned(),
        giver: pairs(&[("Nama", "Nama Petugas"), ("Jabatan", "Kepala Seksi"), ("OPD", "PPKUKM")]),
        receiver: pairs(&[
            ("Nama", "Contoh Penerima"),
            ("NIK", "3175********0001"),
            ("Nomor anggota", "JP317506-0000123-0"),
            ("Wilayah", "Cakung, Jakarta Timur"),
            ("Izin", "NIB 1234567890123"),
        ]),
        items: vec![item("Mixer tangan 200 W", "2 unit"), item("Loyang 30 cm", "12 buah")],
        value: "Rp2.400.000".to_owned(),
        written: "Jakarta, 13 Agustus 2020".to_owned(),
        giver_name: "Nama Petugas".to_owned(),
        receiver_name: "Contoh Penerima".to_owned(),
        notice: String::new(),
    }
}

pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    let two = [
        certificate(12, "Contoh Peserta"),
        Certificate {
            notice: "DICABUT 20 Agustus 2020".to_owned(),
            title: format!("{LONG} {LONG}"),
            ..certificate(13, LONG)
        },
    ];
    let lists = [list(1, 100), list(2, 12)];
    [
        ("sertifikat", print::certificates(&two, AT)),
        ("kartu", print::member_card(&card("Contoh Anggota"), AT)),
        ("kartu-panjang", print::member_card(&card(LONG), AT)),
        ("daftar-hadir", print::attendance_lists(&lists, AT)),
        ("undangan", print::invitations(&[letter("Contoh Peserta"), letter(LONG)], AT)),
        ("berita-acara", print::minutes(&record(), AT)),
        ("bast", print::handover(&tools(), AT)),
    ]
    .into_iter()
    .filter_map(|(name, printed)| Some((name, printed.ok()?)))
    .collect()
}
