//! Writing the rows of support.
use super::{SupportGiven, SupportProved, SupportVoided};
use crate::journal::Stamp;
use db::{Result, Tx, sql};

sql!(
    ADD = "
    insert into support (shard, id, member_id, kind, agency, given_on, value_rp, details, position, recorded_at,
        recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
/// Support that was given.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportGiven) -> Result<()> {
    let row = (
        event.support.shard(),
        event.support,
        event.member,
        event.kind,
        event.agency,
        event.given_on,
        event.value.map(|value| value.0),
        event.told.0.as_slice(),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    VOID = "
    update support set voided_at_position = $1, void_reason = $2 where shard = $3 and id = $4"
);
/// Support that never was.
pub(super) fn void(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportVoided) -> Result<()> {
    let (support, reason) = (event.support, event.reason.0.as_slice());
    tx.run(VOID, (stamp.position, reason, support.shard(), support)).map(drop)
}

sql!(
    ADD_EVIDENCE = "
    insert into support_evidence (shard, support_id, file_id, media, size, digest, position)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// A file that proves support.
pub(super) fn add_evidence(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportProved) -> Result<()> {
    let (support, kept) = (event.support, &event.file);
    let row = (
        support.shard(),
        support,
        kept.file,
        kept.media.as_str(),
        kept.size,
        kept.digest.0.as_slice(),
        stamp.position,
    );
    tx.run(ADD_EVIDENCE, row).map(drop)
}
