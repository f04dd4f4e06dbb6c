//! The rows behind permits.
use super::details;
use crate::privacy::PersonKey;
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
    /// Where it was recorded in the journal.
    pub position: Position,
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
    select file_id, media, size, recorded_at, position from licence_evidence
    where shard = $1 and licence_id = $2 order by position"
);
/// The files that prove a permit the caller was let to see.
pub fn evidence(tx: &mut Tx<'_>, licence: LicenceId) -> Result<Vec<EvidenceRow>> {
    let row = |(file, media, size, recorded_at, position)| EvidenceRow {
        file,
        media,
        size,
        recorded_at,
        position,
    };
    Ok(tx.all(EVIDENCE, (licence.shard(), licence))?.into_iter().map(row).collect())
}
