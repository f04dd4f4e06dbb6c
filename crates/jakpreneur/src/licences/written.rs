//! Writing the rows of permits.
use super::{
    LicenceCorrected, LicenceDecided, LicenceRecorded, LicenceVoided, evidence::EvidenceAdded,
};
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::{Date, LicenceId};

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
