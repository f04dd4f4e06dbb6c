//! A plan as a file: to take away, to change in a spreadsheet, and to send in again.
use super::Trades;
use crate::House;
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use rules::{date, training::plan::PlannedClasses};
use std::io::Cursor;

/// The columns of such a file, in their order.
pub const TITLES: [&str; 13] = [
    "Jenis",
    "Bidang",
    "Kecamatan",
    "Bulan",
    "Jumlah Kelas",
    "Kursi",
    "Sesi",
    "Orang",
    "Mata Anggaran",
    "Anggaran",
    "Tanggal Mulai",
    "Tempat",
    "Pelatih",
];

/// What each column holds, for its width.
const KINDS: [Kind; TITLES.len()] = [
    Kind::LongText,
    Kind::LongText,
    Kind::LongText,
    Kind::Text,
    Kind::Number,
    Kind::Number,
    Kind::Number,
    Kind::Number,
    Kind::LongText,
    Kind::Number,
    Kind::Date,
    Kind::LongText,
    Kind::LongText,
];

/// The columns alone, to be filled in.
pub fn template(format: Format, made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let out = start(made_at).start(Cursor::new(Vec::new()), format)?;
    Ok(out.finish()?.into_inner())
}

/// The lines of a plan; read in again, they are the same lines.
pub fn sheet<'l>(
    house: &House,
    trades: &Trades,
    lines: impl IntoIterator<Item = &'l PlannedClasses>,
    format: Format,
    made_at: DateTime,
) -> Result<Vec<u8>, Unwritable> {
    let mut out = start(made_at).start(Cursor::new(Vec::new()), format)?;
    for line in lines {
        out.row(&row(house, trades, line))?;
    }
    Ok(out.finish()?.into_inner())
}

fn start(made_at: DateTime) -> Sheet {
    let columns = TITLES.iter().zip(KINDS).map(|(title, kind)| Column::new(*title, kind));
    Sheet {
        name: "Rencana".to_owned(),
        columns: columns.collect(),
        made_at,
        formulas: Formulas::Disarmed,
    }
}

fn row(house: &House, trades: &Trades, line: &PlannedClasses) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    let some = |text: Option<&str>| text.map_or(Value::Empty, |text| Value::Text(text.to_owned()));
    let whole = |n: u32| Value::Whole(n.into());
    vec![
        text(line.kind.label_id()),
        text(trades.label(&line.trade, crate::words::Lang::Id)),
        Value::Text(house.region_name(line.area)),
        text(date::month_words(line.month)),
        whole(line.classes),
        whole(line.seats),
        whole(line.sessions),
        whole(line.persons),
        some(Some(line.budget_line.as_str()).filter(|name| !name.is_empty())),
        line.budget.map_or(Value::Empty, |budget| Value::Whole(budget.0)),
        line.first_on.map_or(Value::Empty, Value::Date),
        some(line.place.as_deref()),
        some(line.trainer.as_deref()),
    ]
}
