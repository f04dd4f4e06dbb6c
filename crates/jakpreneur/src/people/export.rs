//! Members as a file that can be imported again; who took it, and what for, is logged (BR-47).
use super::rows::{self, MemberRow};
use crate::{
    App, Code, FieldError, House, Problem,
    reports::{Both, Format, Table, Titled},
    staff::{Officer, Scope, log_read_for},
};
use db::{Tx, sql};
use documents::write::{Kind, Value};
use rules::{Act, Level, RegionCode};
use std::{
    io::{BufWriter, Seek, Write},
    sync::Arc,
};

macro_rules! columns { ($($title:literal, $name:literal, $kind:ident;)+) => {
    &[$(Titled { title: $title, name: $name, kind: Kind::$kind }),+]
} }
const COLUMNS: &[Titled] = columns! {
    "NIK", "nik", Text;
    "Nama", "name", Text;
    "Jenis Kelamin", "sex", Text;
    "Tanggal Lahir", "birth_date", Date;
    "No HP", "phone", Text;
    "Email", "email", Text;
    "Kelurahan", "kelurahan", Text;
    "Kecamatan", "kecamatan", Text;
    "Alamat", "address", LongText;
    "Jenis Usaha", "business_type", Text;
    "Jalur", "track", Text;
    "Kelompok Sasaran", "target_groups", Text;
    "OPD", "agency", Text;
    "Tanggal Daftar", "registered_on", Date;
    "Saluran", "channel", Text;
    "Nomor Peserta", "number", Text;
};

/// Writes every member within the officer's scope, oldest registration first. The output is given
/// back only after the export is logged. Blocks.
pub fn export<W: Write + Seek + Send>(
    app: &App,
    officer: &Arc<Officer>,
    purpose: &str,
    format: Format,
    out: W,
) -> Result<(W, u64), Problem> {
    officer.may(Act::ExportMembers)?;
    let purpose = stated(purpose)?;
    let house = &app.house;
    let mut table = Table::start(house, "Peserta", COLUMNS, format, BufWriter::new(out))?;
    app.db.look(|tx| {
        tx.unhurried()?;
        each_member(tx, &officer.scope, |row| table.row(line(house, &row)))
    })?;
    let (out, found) = table.finish()?;
    log(app, officer, "member.export", &purpose, found)?;
    Ok((out.into_inner().map_err(|fault| db::Error::from(fault.into_error()))?, found))
}

/// The purpose an export must state.
pub fn stated(purpose: &str) -> Result<String, Problem> {
    let purpose = purpose.trim();
    if purpose.is_empty() {
        return Err(Problem::Invalid(vec![FieldError::new("purpose", Code::Empty)]));
    }
    if purpose.chars().count() > 300 {
        return Err(Problem::Invalid(vec![FieldError::new("purpose", Code::Long)]));
    }
    Ok(purpose.to_owned())
}

/// Notes who took personal data away, how much, and what for.
pub fn log(
    app: &App,
    officer: &Arc<Officer>,
    what: &'static str,
    purpose: &str,
    found: u64,
) -> Result<(), Problem> {
    let (officer, purpose) = (officer.clone(), purpose.to_owned());
    let found = i64::try_from(found).unwrap_or(i64::MAX);
    app.change_now(move |tx, house| {
        let (id, at) = (house.new_id(), house.now());
        Ok(log_read_for(tx, id, at, &officer, what, None, Some(&purpose), found)?)
    })
}

/// A member as a row; without the values that identify once they are erased.
fn line(house: &House, row: &MemberRow) -> Vec<Both> {
    let known = row.identity(&house.seal);
    let text = |value: Option<&str>| Both::text(value.unwrap_or_default());
    let known = known.as_ref();
    let born = known.and_then(|known| known.birth_date);
    vec![
        text(known.map(|known| known.nik.digits())),
        text(known.map(|known| known.name.as_str())),
        Both::words(row.sex.map_or("", rules::Sex::label_id), row.sex.map_or("", rules::Sex::word)),
        Both::same(born.map_or(Value::Empty, Value::Date)),
        text(known.and_then(|known| known.phone.as_ref()).map(rules::Phone::digits)),
        text(known.and_then(|known| known.email.as_ref()).map(rules::Email::as_str)),
        region(house, row.area, Level::Kelurahan),
        region(house, row.area, Level::Kecamatan),
        text(known.and_then(|known| known.address.as_deref())),
        Both::words(row.business_type.label_id(), row.business_type.word()),
        Both::words(row.track.label_id(), row.track.word()),
        groups(known),
        Both::text(row.agency.to_string()),
        Both::same(Value::Date(row.registered_on)),
        Both::words(row.channel.label_id(), row.channel.word()),
        Both::text(row.number.clone()),
    ]
}

/// A region's name for people, its code for programs; nothing where only a wider one is known.
fn region(house: &House, area: RegionCode, level: Level) -> Both {
    area.at(level).map_or_else(
        || Both::text(""),
        |code| Both::words(&house.region_name(code), &code.to_string()),
    )
}

fn groups(known: Option<&crate::privacy::Identity>) -> Both {
    let groups = known.map(|known| known.target_groups.as_slice()).unwrap_or_default();
    let labels: Vec<&str> = groups.iter().map(|group| group.label_id()).collect();
    let words: Vec<&str> = groups.iter().map(|group| group.word()).collect();
    Both::words(&labels.join("; "), &words.join(";"))
}

sql!(
    EVERY_MEMBER = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.agency between $1 and $2 and m.office between $3 and $4
    order by m.position"
);
/// Each record within scope, as it is read.
fn each_member(
    tx: &mut Tx<'_>,
    scope: &Scope,
    mut take: impl FnMut(MemberRow) -> db::Result<()>,
) -> db::Result<()> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.each(EVERY_MEMBER, bounds, |found: rows::Row| take(rows::row(found)))
}
