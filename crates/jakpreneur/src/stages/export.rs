//! Services as a file that can be imported again; who took it, and what for, is logged.
use super::{
    Remarks, Standing,
    rows::{self, Kept},
};
use crate::{
    App, House, Problem, people,
    privacy::Identity,
    reports::{Both, Format, Table, Titled},
    staff::Officer,
};
use documents::write::{Kind, Value};
use rules::{Act, Level};
use std::{
    io::{BufWriter, Seek, Write},
    sync::Arc,
};

const COLUMNS: &[Titled] = &[
    Titled { title: "NIK", name: "nik", kind: Kind::Text },
    Titled { title: "Tahap", name: "stage", kind: Kind::Text },
    Titled { title: "Tanggal", name: "occurred_on", kind: Kind::Date },
    Titled { title: "OPD", name: "agency", kind: Kind::Text },
    Titled { title: "Kecamatan", name: "area", kind: Kind::Text },
    Titled { title: "Keterangan", name: "note", kind: Kind::LongText },
    Titled { title: "Keadaan", name: "state", kind: Kind::Text },
];

/// Writes every service of members within the officer's scope, in the order they were recorded.
/// The last column says which are finished: an import refuses the others, or it would finish them.
pub fn export<W: Write + Seek + Send>(
    app: &App,
    officer: &Arc<Officer>,
    purpose: &str,
    format: Format,
    out: W,
) -> Result<(W, u64), Problem> {
    officer.may(Act::ExportMembers)?;
    let purpose = people::stated(purpose)?;
    let house = &app.house;
    let mut table = Table::start(house, "Layanan", COLUMNS, format, BufWriter::new(out))?;
    app.db.look(|tx| {
        tx.unhurried()?;
        rows::each_service(tx, &officer.scope, |row| table.row(line(house, &row)))
    })?;
    let (out, found) = table.finish()?;
    people::log_export(app, officer, "service.export", &purpose, found)?;
    Ok((out.into_inner().map_err(|fault| db::Error::from(fault.into_error()))?, found))
}

fn line(house: &House, row: &Kept) -> Vec<Both> {
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let key = key.as_ref();
    let known = key.and_then(|key| Identity::open(key, row.member, &row.identity));
    let remarks = row.remarks.as_ref().zip(key);
    let remarks = remarks.and_then(|(sealed, key)| key.open(row.member.0.as_bytes(), sealed));
    let remarks = remarks.and_then(|clear| serde_json::from_slice::<Remarks>(&clear).ok());
    let Remarks { evidence, note } = remarks.unwrap_or_default();
    let said: Vec<String> = [evidence, note].into_iter().filter(|part| !part.is_empty()).collect();
    let standing = Standing::of(row.state, row.voided);
    let place = row.area.and_then(|area| area.at(Level::Kecamatan));
    vec![
        Both::text(known.map(|known| known.nik.digits().to_owned()).unwrap_or_default()),
        Both::words(row.stage.label_id(), row.stage.word()),
        Both::same(Value::Date(row.occurred_on)),
        Both::text(row.agency.to_string()),
        place.map_or_else(
            || Both::text(""),
            |code| Both::words(&house.region_name(code), &code.to_string()),
        ),
        Both::text(said.join(" · ")),
        Both::words(standing.label_id(), standing.word()),
    ]
}
