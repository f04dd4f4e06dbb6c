//! Prints sample reports, to look at: `print_report <folder>`.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use documents::print::{self, Column, Fact, Report};
use jiff::civil::datetime;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    fs::write(folder.join("ringkas.pdf"), print::report(&stages())?)?;
    fs::write(folder.join("panjang.pdf"), print::report(&areas())?)?;
    Ok(())
}

fn stages() -> Report {
    let stages = [
        ("P1 Pendaftaran", "226.280", "0", "100,00"),
        ("P2 Pelatihan", "172.404", "1.204", "76,19"),
        ("P3 Pendampingan", "120.511", "3.410", "53,26"),
        ("P4 Perizinan", "98.067", "870", "43,34"),
        ("P5 Pemasaran", "40.118", "95", "17,73"),
        ("P6 Pelaporan Keuangan", "21.300", "12", "9,41"),
        ("P7 Permodalan", "3.977", "0", "1,76"),
    ];
    let row = |(stage, reached, open, share): (&str, &str, &str, &str)| {
        [stage, reached, open, share].map(str::to_owned).to_vec()
    };
    Report {
        title: "Capaian Pengembangan Kewirausahaan Terpadu".to_owned(),
        columns: columns(&["Tahap", "Telah mencapai (orang)", "Sedang berjalan", "Persen"], 1),
        rows: stages.into_iter().map(row).collect(),
        total: None,
        ..frame()
    }
}

fn areas() -> Report {
    let titles = [
        "Kota/Kabupaten",
        "Kecamatan",
        "Kelurahan",
        "Pendaftaran",
        "Pelatihan",
        "Pendampingan",
        "Perizinan",
        "Pemasaran",
        "Pelaporan Keuangan",
        "Permodalan",
    ];
    let row = |number: u32| {
        let mut cells = vec![
            "Kota Administrasi Jakarta Barat".to_owned(),
            format!("Kecamatan {}", number / 6 + 1),
            format!("Kelurahan {number}"),
        ];
        cells.extend((1..=7).map(|stage| (9_000 / stage + number).to_string()));
        cells
    };
    let mut total = vec!["Jumlah".to_owned(), String::new(), String::new()];
    total.extend(
        ["226.280", "172.404", "120.511", "98.067", "40.118", "21.300", "3.977"].map(str::to_owned),
    );
    Report {
        title: "Capaian per Kelurahan".to_owned(),
        columns: columns(&titles, 3),
        rows: (1..=120).map(row).collect(),
        total: Some(total),
        ..frame()
    }
}

fn columns(titles: &[&str], texts: usize) -> Vec<Column> {
    let column = |(at, title): (usize, &&str)| Column {
        title: (*title).to_owned(),
        is_numeric: at >= texts,
    };
    titles.iter().enumerate().map(column).collect()
}

fn frame() -> Report {
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    Report {
        letterhead: vec![
            "PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA".to_owned(),
            "DINAS PERINDUSTRIAN, PERDAGANGAN, KOPERASI, USAHA KECIL DAN MENENGAH".to_owned(),
        ],
        title: String::new(),
        facts: vec![
            fact("Wilayah", "Provinsi DKI Jakarta"),
            fact("Keadaan per", "7 Desember 2020"),
            fact("Diketahui per", "2 Maret 2021, posisi jurnal 1.204.511"),
            fact("Urutan tahap", "Peraturan Gubernur (P2 pelatihan, P3 pendampingan)"),
            fact("Dicetak", "2 Maret 2021 pukul 08.00 WIB"),
        ],
        columns: Vec::new(),
        rows: Vec::new(),
        total: None,
        notes: vec![
            "Setiap orang dihitung satu kali di tingkat provinsi, juga bila tercatat di dua OPD."
                .to_owned(),
            "Persen dihitung dari jumlah orang yang terdaftar.".to_owned(),
        ],
        footer: "Jakpreneur · Capaian per 7 Desember 2020".to_owned(),
        printed_at: datetime(2021, 3, 2, 8, 0, 0, 0),
    }
}
