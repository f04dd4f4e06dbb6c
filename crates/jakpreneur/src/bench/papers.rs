//! The certificates of a class of a hundred: as one file, and a file each.
use super::{Line, Unit, timed::timed};
use crate::Problem;
use documents::print::{Certificate, certificates, each_certificate};
use jiff::civil::{DateTime, datetime};

/// So many finish a class.
const PEOPLE: u32 = 100;
/// A class must be printed within so many seconds.
const TARGET: f64 = 10.0;
const AT: DateTime = datetime(2020, 8, 14, 9, 0, 0, 0);

/// Measures both; the first of them also opens the fonts.
pub(super) fn measure() -> Result<Vec<Line>, Problem> {
    let class: Vec<Certificate> = (1..=PEOPLE).map(certificate).collect();
    let (one, whole) = timed(|| certificates(&class, AT));
    let (each, apart) = timed(|| each_certificate(&class, AT));
    let broken = |error: documents::print::Unprintable| Problem::Broken(error.to_string());
    one.map_err(broken)?;
    each.map_err(broken)?;
    let line = |name, took: std::time::Duration| {
        Line::new(name, took.as_secs_f64(), Unit::Seconds, TARGET)
    };
    Ok(vec![
        line("papers: 100 certificates, one PDF", whole),
        line("papers: 100 certificates, a PDF each", apart),
    ])
}

fn certificate(n: u32) -> Certificate {
    let number = format!("{n:04}/PKT-PPKUKM/31.75.06/2020/K7QX2M9T");
    Certificate {
        address: format!("https://jakpreneur.example/cek/{}", number.replace('/', "-")),
        number,
        name: format!("Peserta Contoh Ke {n}"),
        title: "Bimbingan Teknis Furnitur Kayu bagi Industri Kecil".to_owned(),
        trade: "Furnitur kayu".to_owned(),
        organisers: vec!["Dinas PPKUKM".to_owned(), "Kementerian Perindustrian".to_owned()],
        days: "10 sampai 13 Agustus 2020".to_owned(),
        hours: "32 jam pelajaran (JP)".to_owned(),
        place: "Pulogadung, Jakarta Timur".to_owned(),
        issued: "Jakarta, 14 Agustus 2020".to_owned(),
        signer: "Nama Penanda Tangan".to_owned(),
        position: "Kepala Suku Dinas".to_owned(),
        notice: String::new(),
    }
}
