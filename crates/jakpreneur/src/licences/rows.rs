//! The rows behind permits.
use super::{
    LicenceCorrected, LicenceDecided, LicenceRecorded, LicenceVoided, details,
    evidence::EvidenceAdded,
};
use crate::{journal::Stamp, privacy::PersonKey};
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, Date, FileId, Instant, LicenceId, MemberId, ServiceId, WaveId,
    licensing::{Dates, LicenceKind, LicenceState, RefusalReason, Validity, validity_on},
};

/// A permit as kept.
#[derive(Clone, Debug)]
pub struct LicenceRow {
    /// The permit.
    pub id: LicenceId,
    /// Whose it is.
    pub member: MemberId,
    /// Its kind.
    pub kind: LicenceKind,
    /// How far it is.
    pub state: LicenceState,
    /// Who helps.
    pub agency: Agency,
    /// Who issues it.
    pub issuer: String,
    /// Its days.
    pub dates: Dates,
    /// The day it was refused or revoked.
    pub ended_on: Option<Date>,
    /// Why it was refused.
    pub refusal: Option<RefusalReason>,
    /// Its number and a note, sealed.
    pub details: Vec<u8>,
    /// What is odd about it: stable codes.
    pub warnings: Vec<String>,
    /// The licensing service it stands for.
    pub service: Option<ServiceId>,
    /// The wave it is of.
    pub wave: Option<WaveId>,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// When.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// Where it was taken back, because it never was.
    pub voided_at_position: Option<Position>,
}

impl LicenceRow {
    /// What is written on it; empty once the person's key is erased.
    pub fn details(&self, key: Option<&PersonKey>) -> details::Details {
        details::opened(key, self.id, &self.details).unwrap_or_default()
    }

    /// How it stands on a day; none where it was taken back.
    pub fn validity_on(&self, day: Date) -> Option<Validity> {
        let stands = self.voided_at_position.is_none();
        stands.then(|| validity_on(self.state, self.dates.expires_on, day))
    }
}

/// Something that happened to a permit.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// Where in the journal.
    pub position: Position,
    /// `requested`, `issued`, `refused`, `revoked`, `corrected`, `voided`.
    pub step: String,
    /// The day it happened.
    pub happened_on: Date,
    /// What was said, sealed.
    pub said: Option<Vec<u8>>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
}

/// A file that proves a permit.
#[derive(Clone, Debug)]
pub struct EvidenceRow {
    /// The file.
    pub file: FileId,
    /// What kind of file.
    pub media: String,
    /// Its size in bytes.
    pub size: i64,
    /// When it was added.
    pub recorded_at: Instant,
}

sql!(
    ADD = "
    insert into licence (shard, id, member_id, kind, state, agency, issuer, requested_on, issued_on, expires_on,
        ended_on, refusal, details, warnings, service_id, wave_id, position, recorded_at, recorded_by,
        changed_at_position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $17)"
);
/// A permit that was recorded.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceRecorded) -> Result<()> {
    let (id, dates) = (event.licence, &event.dates);
    let row = (
        id.shard(),
        id,
        event.member,
        event.kind,
        event.state,
        event.agency,
        event.issuer.as_str(),
        dates.requested_on,
        dates.issued_on,
        dates.expires_on,
        event.ended_on,
        event.refusal,
        event.details.0.as_slice(),
        event.warnings.join(" "),
        event.service,
        event.wave,
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    DECIDE = "
    update licence set state = $1, issuer = $2, issued_on = $3, expires_on = $4, ended_on = $5, refusal = $6,
        details = $7, warnings = $8, service_id = $9, changed_at_position = $10
    where shard = $11 and id = $12"
);
/// A permit that was issued, refused or revoked.
pub(super) fn decide(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceDecided) -> Result<()> {
    let row = (
        event.to,
        event.issuer.as_str(),
        event.issued_on,
        event.expires_on,
        event.ended_on,
        event.refusal,
        event.details.0.as_slice(),
        event.warnings.join(" "),
        event.service,
        stamp.position,
        event.licence.shard(),
        event.licence,
    );
    tx.run(DECIDE, row).map(drop)
}

sql!(
    CORRECT = "
    update licence set kind = $1, issuer = $2, requested_on = $3, issued_on = $4, expires_on = $5, refusal = $6,
        details = $7, warnings = $8, service_id = $9, changed_at_position = $10
    where shard = $11 and id = $12"
);
/// A permit that was corrected.
pub(super) fn correct(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceCorrected) -> Result<()> {
    let row = (
        event.kind,
        event.issuer.as_str(),
        event.dates.requested_on,
        event.dates.issued_on,
        event.dates.expires_on,
        event.refusal,
        event.details.0.as_slice(),
        event.warnings.join(" "),
        event.service,
        stamp.position,
        event.licence.shard(),
        event.licence,
    );
    tx.run(CORRECT, row).map(drop)
}

sql!(
    VOID = "
    update licence set voided_at_position = $1, changed_at_position = $1 where shard = $2 and id = $3"
);
/// A permit that never was.
pub(super) fn void(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceVoided) -> Result<()> {
    tx.run(VOID, (stamp.position, event.licence.shard(), event.licence)).map(drop)
}

sql!(
    ADD_STEP = "
    insert into licence_step (shard, licence_id, position, step, happened_on, said, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// Something that happened to a permit.
pub(super) fn step(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    licence: LicenceId,
    (step, happened_on): (&str, Date),
    said: Option<&[u8]>,
) -> Result<()> {
    let said = said.map(<[u8]>::to_vec);
    let (shard, actor) = (licence.shard(), stamp.actor.as_str());
    tx.run(ADD_STEP, (shard, licence, stamp.position, step, happened_on, said, stamp.at, actor))
        .map(drop)
}

sql!(
    ADD_EVIDENCE = "
    insert into licence_evidence (shard, licence_id, file_id, media, size, digest, position, recorded_at,
        recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A file that proves a permit.
pub(super) fn add_evidence(tx: &mut Tx<'_>, stamp: &Stamp, event: &EvidenceAdded) -> Result<()> {
    let kept = &event.file;
    let row = (
        event.licence.shard(),
        event.licence,
        kept.file,
        kept.media.as_str(),
        kept.size,
        kept.digest.0.as_slice(),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD_EVIDENCE, row).map(drop)
}

pub(super) type Row = (
    LicenceId,
    MemberId,
    LicenceKind,
    LicenceState,
    Agency,
    String,
    Option<Date>,
    Option<Date>,
    Option<Date>,
    Option<Date>,
    Option<RefusalReason>,
    Vec<u8>,
    String,
    Option<ServiceId>,
    Option<WaveId>,
    Position,
    Instant,
    String,
    Option<Position>,
);

pub(super) fn row(row: Row) -> LicenceRow {
    LicenceRow {
        id: row.0,
        member: row.1,
        kind: row.2,
        state: row.3,
        agency: row.4,
        issuer: row.5,
        dates: Dates { requested_on: row.6, issued_on: row.7, expires_on: row.8 },
        ended_on: row.9,
        refusal: row.10,
        details: row.11,
        warnings: row.12.split_whitespace().map(str::to_owned).collect(),
        service: row.13,
        wave: row.14,
        position: row.15,
        recorded_at: row.16,
        recorded_by: row.17,
        voided_at_position: row.18,
    }
}

sql!(
    LICENCE = "
    select id, member_id, kind, state, agency, issuer, requested_on, issued_on, expires_on, ended_on, refusal,
        details, warnings, service_id, wave_id, position, recorded_at, recorded_by, voided_at_position
    from licence where shard = $1 and id = $2"
);
/// A permit; the caller looks for its member within a scope next.
pub(super) fn licence(tx: &mut Tx<'_>, id: LicenceId) -> Result<Option<LicenceRow>> {
    Ok(tx.maybe::<Row>(LICENCE, (id.shard(), id))?.map(row))
}

sql!(
    OF_MEMBER = "
    select id, member_id, kind, state, agency, issuer, requested_on, issued_on, expires_on, ended_on, refusal,
        details, warnings, service_id, wave_id, position, recorded_at, recorded_by, voided_at_position
    from licence where shard = $1 and member_id = $2 order by position"
);
/// The permits of a member whom the caller was let to see, oldest first, also those taken back.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<LicenceRow>> {
    Ok(tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect())
}

sql!(
    STEPS = "
    select position, step, happened_on, said, recorded_at, recorded_by from licence_step
    where shard = $1 and licence_id = $2 order by position"
);
/// What happened to a permit that the caller was let to see, in order.
pub fn steps(tx: &mut Tx<'_>, licence: LicenceId) -> Result<Vec<StepRow>> {
    let row = |(position, step, happened_on, said, recorded_at, recorded_by)| StepRow {
        position,
        step,
        happened_on,
        said,
        recorded_at,
        recorded_by,
    };
    Ok(tx.all(STEPS, (licence.shard(), licence))?.into_iter().map(row).collect())
}

sql!(
    EVIDENCE = "
    select file_id, media, size, recorded_at from licence_evidence
    where shard = $1 and licence_id = $2 order by position"
);
/// The files that prove a permit the caller was let to see.
pub fn evidence(tx: &mut Tx<'_>, licence: LicenceId) -> Result<Vec<EvidenceRow>> {
    let row = |(file, media, size, recorded_at)| EvidenceRow { file, media, size, recorded_at };
    Ok(tx.all(EVIDENCE, (licence.shard(), licence))?.into_iter().map(row).collect())
}
