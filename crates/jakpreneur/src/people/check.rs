//! The counter's check while an officer types: is this NIK registered, who looks alike, what does it say.
use super::{find, rows, unscoped};
use crate::{FieldError, House, Problem, staff::Officer};
use db::Tx;
use rules::{Act, Date, MemberId, Nik, PersonName, Phone, Sex, StageKind, nik::Stated};

/// What is typed so far.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// All sixteen digits.
    pub nik: String,
    /// As far as typed.
    pub name: String,
    /// As far as typed.
    pub birth_date: String,
    /// As far as typed.
    pub phone: String,
}

/// What the check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The records of this NIK.
    pub registered: Vec<Match>,
    /// Whether the NIK is registered where the officer may not look.
    pub registered_elsewhere: bool,
    /// Records that look alike, masked.
    pub similar: Vec<Match>,
    /// What looks odd, by code; it warns and does not block.
    pub warnings: Vec<&'static str>,
    /// The birth date in the NIK.
    pub birth_date: Option<Date>,
    /// The sex in the NIK.
    pub sex: Option<Sex>,
}

/// A record, masked.
#[derive(Clone, Debug)]
pub struct Match {
    /// The record, where the officer may open it.
    pub member: Option<MemberId>,
    /// `S••• R••••••`.
    pub name: String,
    /// The responsible kecamatan's name.
    pub office: String,
    /// Its latest stage.
    pub stage: StageKind,
}

/// Checks what is typed so far.
pub fn check(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    seen: &Seen,
) -> Result<Checked, Problem> {
    officer.may(Act::RegisterMember)?;
    let nik = Nik::parse(&seen.nik).map_err(|refused| {
        Problem::Invalid(vec![FieldError::new("nik", super::form::nik_code(refused))])
    })?;
    let (shard, hash) = (house.seal.shard(&nik), house.seal.nik_hash(&nik));
    let person = rows::person_of_nik(tx, shard, &hash)?;
    let mine = rows::records_by_nik(tx, &officer.scope, shard, &hash)?;
    let records =
        person.map(|person| rows::records_of(tx, person)).transpose()?.unwrap_or_default();
    let own: Vec<MemberId> = records.iter().map(|(member, _)| *member).collect();
    let stated = super::form::officer_date(&seen.birth_date).ok();
    let birth_date = nik.birth_date(house.today());
    Ok(Checked {
        registered_elsewhere: mine.is_empty() && person.is_some(),
        registered: matched(house, mine),
        similar: similar(tx, house, officer, seen, stated.or(birth_date), &own)?,
        warnings: warnings(&nik, stated, house.today()),
        birth_date,
        sex: nik.sex(),
    })
}

fn warnings(nik: &Nik, birth_date: Option<Date>, registered_on: Date) -> Vec<&'static str> {
    let stated = Stated { birth_date, sex: None, registered_on };
    nik.warnings(&stated).into_iter().map(rules::nik::Warning::code).collect()
}

fn matched(house: &House, rows: Vec<rows::MemberRow>) -> Vec<Match> {
    let matched = |line: find::Brief| Match {
        member: Some(line.row.id),
        name: PersonName::parse(&line.name).map(|name| name.masked()).unwrap_or_default(),
        office: house.region_name(line.row.office),
        stage: line.latest,
    };
    find::briefs(house, rows).into_iter().map(matched).collect()
}

fn similar(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    seen: &Seen,
    birth: Option<Date>,
    own: &[MemberId],
) -> Result<Vec<Match>, Problem> {
    let mut found = Vec::new();
    if let (Ok(name), Some(birth)) = (PersonName::parse(&seen.name), birth) {
        found.extend(house.board().names.similar(&name.folded(), birth));
    }
    if let Ok(phone) = Phone::parse(&seen.phone) {
        found.extend(unscoped::same_phone(tx, &house.seal.phone_hash(&phone))?);
    }
    found.retain(|member| !own.contains(member));
    found.sort_unstable();
    found.dedup();
    found.truncate(5);
    Ok(matched(house, rows::members(tx, &officer.scope, &found)?))
}
