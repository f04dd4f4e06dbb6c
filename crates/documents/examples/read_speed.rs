//! How fast and in how much memory a table of the programme's size is read.
//!
//! `read_speed make <path> [rows]` writes a table of fifteen columns; `read_speed read <path>` reads it.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement looks at the clock and is read by whoever started it"
)]

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use documents::table::{self, Cell, Format};
use documents::write::{Column, Formulas, Kind, Sheet, Value};
use jiff::ToSpan;
use jiff::civil::{date, datetime};

/// The persons registered in the programme by 2020.
const REGISTERED: i64 = 226_280;
const TITLES: [&str; 15] = [
    "NIK",
    "Nama",
    "Jenis Kelamin",
    "Tanggal Lahir",
    "No HP",
    "Email",
    "Kelurahan",
    "Kecamatan",
    "Alamat",
    "Jenis Usaha",
    "Jalur",
    "Kelompok Sasaran",
    "OPD",
    "Tanggal Daftar",
    "Saluran",
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", path] => make(Path::new(path), REGISTERED),
        ["make", path, rows] => make(Path::new(path), rows.parse()?),
        ["read", path] => read(Path::new(path)),
        _ => Err("make <path> [rows] | read <path>".into()),
    }
}

fn make(path: &Path, rows: i64) -> Result<(), Box<dyn Error>> {
    let sheet = Sheet {
        name: "Peserta".to_owned(),
        columns: TITLES.map(|title| Column::new(title, Kind::Text)).into(),
        made_at: datetime(2021, 3, 2, 8, 0, 0, 0),
        formulas: Formulas::Verbatim,
    };
    let mut writer = sheet.create(path, format(path))?;
    for number in 0..rows {
        writer.row(&member(number)?)?;
    }
    drop(writer.finish()?);
    println!("{rows} rows, {} bytes", fs::metadata(path)?.len());
    Ok(())
}

fn member(number: i64) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = |text: String| Value::Text(text);
    let born = date(1960, 1, 1).checked_add((number % 14_000).days())?;
    let registered = date(2018, 10, 1).checked_add((number % 800).days())?;
    Ok(vec![
        text(format!("3174{:012}", number * 7)),
        text(format!("Peserta Nomor {number}")),
        text(if number % 2 == 0 { "L" } else { "P" }.to_owned()),
        Value::Date(born),
        text(format!("0812{:08}", number * 11)),
        text(format!("peserta{number}@contoh.id")),
        text(format!("Kelurahan {}", number % 267)),
        text(format!("Kecamatan {}", number % 44)),
        text(format!("Jl. Contoh No. {}, RT {:02}/RW {:02}", number, number % 15, number % 9)),
        text("kuliner".to_owned()),
        text("Pemula".to_owned()),
        Value::Empty,
        text("ppkukm".to_owned()),
        Value::Date(registered),
        text("loket".to_owned()),
    ])
}

fn read(path: &Path) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let table = table::open(path, format(path))?;
    let header = started.elapsed();
    let (mut rows, mut written) = (0_u64, 0_usize);
    for row in table.rows {
        rows += 1;
        written += row?.cells.iter().filter(|cell| !matches!(cell, Cell::Empty)).count();
    }
    println!(
        "{rows} rows, {written} cells; header after {header:?}, all after {:?}",
        started.elapsed()
    );
    println!("peak memory {}", peak_memory()?);
    Ok(())
}

fn format(path: &Path) -> Format {
    Format::of(&path.to_string_lossy(), &[])
}

fn peak_memory() -> Result<String, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(line.unwrap_or("unknown").trim().to_owned())
}
