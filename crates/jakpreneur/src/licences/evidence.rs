//! The file that proves a permit: added, and given out to whoever may open the member's file.
use super::{decide::found, details, rows, written};
use crate::{
    Code, House, LicensingCode, Problem,
    files::{self, Kept, Media, Ready},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{Act, FileId, Instant, LicenceId, MemberId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A file was added to a permit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceAdded {
    /// The permit.
    pub licence: LicenceId,
    /// Whose it is.
    pub member: MemberId,
    /// The file.
    pub file: Kept,
}

impl Event for EvidenceAdded {
    const ACT: &'static str = "licence.evidence";
}

/// So many files prove a permit at most.
const MOST: usize = 5;

/// Adds a file to a permit of a member within scope.
pub fn add_evidence(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    licence: LicenceId,
    ready: &Ready,
) -> Result<Done<EvidenceAdded>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = found(tx, asking, licence)?;
    if rows::evidence(tx, licence)?.len() >= MOST {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::EvidenceFull)));
    }
    let key = details::key_of(house, &member)?;
    let file = files::keep(tx, house, &key, licence.shard(), ready)?;
    let event = EvidenceAdded { licence, member: row.member, file };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A file that proves a permit. Giving it out is logged.
pub fn take_evidence(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    (at, log): (Instant, Uuid),
    (licence, file): (LicenceId, FileId),
) -> Result<(Media, Vec<u8>), Problem> {
    officer.may(Act::OpenFile)?;
    let row = rows::licence(tx, licence)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, &officer.scope, row.member)?.ok_or(Problem::NotFound)?;
    let kept = rows::evidence(tx, licence)?.into_iter().find(|kept| kept.file == file);
    let kept = kept.ok_or(Problem::NotFound)?;
    let media = Media::of_word(&kept.media).ok_or(Problem::NotFound)?;
    let key = details::key_of(house, &member)?;
    let bytes = files::open(tx, &key, file)?.ok_or(Problem::NotFound)?;
    log_read(tx, log, at, officer, "licence.evidence", Some(row.member.0), 1)?;
    Ok((media, bytes))
}

/// The row of a file; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EvidenceAdded) -> Result<(), Problem> {
    Ok(written::add_evidence(tx, stamp, event)?)
}
