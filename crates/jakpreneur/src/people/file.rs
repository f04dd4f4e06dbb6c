//! A person's file: the record, what is known beside it, and every fact with who and when.
use super::{
    Version,
    rows::{self, MemberRow},
    versions,
};
use crate::{
    Code, House, Problem, curations,
    privacy::{Identity, PersonKey},
    staff::{Officer, Scope, log_read},
    stages::{self, ServiceRow},
};
use db::Tx;
use rules::{Act, Date, Instant, MemberId, RegionCode, StageKind};
use uuid::Uuid;

/// A record with its sealed values opened.
#[derive(Clone, Debug)]
pub struct File {
    /// The record.
    pub row: MemberRow,
    /// The values that identify the person; none once erased.
    pub identity: Option<Identity>,
    /// Other records of the person within scope.
    pub others: Vec<MemberRow>,
    /// Whether an agency outside the scope has registered the person too.
    pub known_elsewhere: bool,
    /// The businesses' ids and trades.
    pub services: Vec<ServiceRow>,
    /// What happened to products in curation.
    pub curated: Vec<curations::Curated>,
    /// What the record said, oldest first; empty when it was never corrected.
    pub versions: Vec<Version>,
}

/// One line of the timeline.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What happened.
    pub what: What,
    /// When it happened.
    pub occurred_on: Date,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// Who recorded it: an account's id, or `system`.
    pub recorded_by: String,
    /// Its place in the journal.
    pub position: db::Position,
}

/// What a line of the timeline tells.
#[derive(Clone, Debug)]
pub enum What {
    /// The registration, at the kecamatan that was responsible then.
    Registered(RegionCode),
    /// A correction, or a move.
    Corrected {
        /// What the record said before and after.
        versions: Box<(Version, Version)>,
        /// From when the new place holds.
        moved_on: Option<Date>,
        /// Why, opened.
        reason: Option<String>,
    },
    /// A step of a product in curation.
    Curated(curations::Curated),
    /// A service, and where it was taken back.
    Service {
        /// The service.
        id: rules::ServiceId,
        /// Its stage.
        stage: StageKind,
        /// Whether it is finished.
        completed: bool,
        /// Who gave it.
        agency: rules::Agency,
        /// What was noted, opened.
        note: Option<String>,
        /// When and by whom it was taken back, and why.
        voided: Option<(Instant, String, String)>,
    },
}

/// Opens a file. The opening is logged in the same commit, or the file stays shut.
pub fn open_file(
    tx: &mut crate::journal::Change<'_>,
    house: &House,
    officer: &Officer,
    at: Instant,
    log: Uuid,
    member: MemberId,
) -> Result<File, Problem> {
    officer.may(Act::OpenFile)?;
    let file = look(tx, house, &officer.scope, member)?;
    log_read(tx, log, at, officer, "member.open", Some(member.0), 1)?;
    Ok(file)
}

fn look(tx: &mut Tx<'_>, house: &House, scope: &Scope, member: MemberId) -> Result<File, Problem> {
    let row = rows::member(tx, scope, member)?.ok_or(Problem::NotFound)?;
    let identity = row.identity(&house.seal);
    let records = rows::records_of(tx, row.person)?;
    let others = records.iter().map(|(other, _)| *other).filter(|other| *other != member);
    let others = rows::members(tx, scope, &others.collect::<Vec<_>>())?;
    let known_elsewhere = others.len() + 1 < records.len();
    let services = stages::services_of(tx, member)?;
    let versions = versions::versions_of(tx, member)?;
    let curated = curations::curated(tx, house, &row)?;
    Ok(File { row, identity, others, known_elsewhere, services, curated, versions })
}

/// Every fact of a record, newest first by when it happened.
pub fn timeline(house: &House, file: &File) -> Vec<Fact> {
    let row = &file.row;
    let office = versions::office_on(&file.versions, row.registered_on).unwrap_or(row.office);
    let mut facts = vec![Fact {
        what: What::Registered(office),
        occurred_on: row.registered_on,
        recorded_at: row.recorded_at,
        recorded_by: row.recorded_by.clone(),
        position: row.position,
    }];
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    facts.extend(file.curated.iter().map(|it| Fact {
        what: What::Curated(it.clone()),
        occurred_on: it.step.on,
        recorded_at: it.step.recorded_at,
        recorded_by: it.step.recorded_by.clone(),
        position: it.step.position,
    }));
    facts.extend(file.services.iter().map(|service| service.fact(key.as_ref())));
    let corrected = file.versions.iter().zip(file.versions.iter().skip(1));
    facts.extend(corrected.map(|(before, after)| correction(row, before, after, key.as_ref())));
    facts.sort_by_key(|fact| std::cmp::Reverse((fact.occurred_on, fact.position)));
    facts
}

fn correction(row: &MemberRow, before: &Version, after: &Version, key: Option<&PersonKey>) -> Fact {
    let moved_on = after.holds_from.filter(|_| after.holds_from != before.holds_from);
    Fact {
        what: What::Corrected {
            versions: Box::new((before.clone(), after.clone())),
            moved_on,
            reason: after.reason(key, row.id),
        },
        occurred_on: moved_on.unwrap_or_else(|| after.recorded_at.date()),
        recorded_at: after.recorded_at,
        recorded_by: after.recorded_by.clone(),
        position: after.position,
    }
}

impl File {
    /// Refuses to go on with an erased file where the values are needed.
    pub fn known(&self) -> Result<&Identity, Problem> {
        self.identity.as_ref().ok_or(Problem::Refused(Code::NikUnknown))
    }
}
