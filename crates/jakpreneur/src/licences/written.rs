//! Writing the rows of permits.
use super::{
    LicenceCorrected, LicenceDecided, LicenceRecorded, LicenceVoided, evidence::EvidenceAdded,
};
use crate::journal::{Sealed, Stamp};
use db::{Result, Tx, sql};
use rules::{
    Date, LicenceId, ServiceId,
    licensing::{Dates, LicenceKind, LicenceState, RefusalReason},
};

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

/// What changes of a permit; a kind, a state and days that are none stay as they were.
struct Changed<'c> {
    kind: Option<LicenceKind>,
    state: Option<LicenceState>,
    issuer: &'c str,
    dates: Dates,
    ended_on: Option<Date>,
    refusal: Option<RefusalReason>,
    details: &'c Sealed,
    warnings: &'c [String],
    service: Option<ServiceId>,
}

sql!(
    CHANGE = "
    update licence set kind = coalesce($1, kind), state = coalesce($2, state), issuer = $3,
        requested_on = coalesce($4, requested_on), issued_on = $5, expires_on = $6,
        ended_on = coalesce($7, ended_on), refusal = $8, details = $9, warnings = $10, service_id = $11,
        changed_at_position = $12
    where shard = $13 and id = $14"
);
fn change(tx: &mut Tx<'_>, stamp: &Stamp, id: LicenceId, to: &Changed<'_>) -> Result<()> {
    let row = (
        to.kind,
        to.state,
        to.issuer,
        to.dates.requested_on,
        to.dates.issued_on,
        to.dates.expires_on,
        to.ended_on,
        to.refusal,
        to.details.0.as_slice(),
        to.warnings.join(" "),
        to.service,
        stamp.position,
        id.shard(),
        id,
    );
    tx.run(CHANGE, row).map(drop)
}

/// A permit that was issued, refused or revoked.
pub(super) fn decide(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceDecided) -> Result<()> {
    let (issued_on, expires_on) = (event.issued_on, event.expires_on);
    let to = Changed {
        kind: None,
        state: Some(event.to),
        issuer: &event.issuer,
        dates: Dates { requested_on: None, issued_on, expires_on },
        ended_on: event.ended_on,
        refusal: event.refusal,
        details: &event.details,
        warnings: &event.warnings,
        service: event.service,
    };
    change(tx, stamp, event.licence, &to)
}

/// A permit that was corrected.
pub(super) fn correct(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceCorrected) -> Result<()> {
    let to = Changed {
        kind: Some(event.kind),
        state: None,
        issuer: &event.issuer,
        dates: event.dates,
        ended_on: None,
        refusal: event.refusal,
        details: &event.details,
        warnings: &event.warnings,
        service: event.service,
    };
    change(tx, stamp, event.licence, &to)
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
