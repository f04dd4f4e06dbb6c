//! The file that proves support: added, and given out to whoever may open the member's file.
use super::{rows, see, told, written};
use crate::{
    Code, House, LicensingCode, Problem,
    files::{self, Kept, Media, Ready},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{Act, FileId, Instant, MemberId, SupportId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A file was added to support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportProved {
    /// The support.
    pub support: SupportId,
    /// Who got it.
    pub member: MemberId,
    /// The file.
    pub file: Kept,
}

impl Event for SupportProved {
    const ACT: &'static str = "support.evidence";
}

/// So many files prove one support at most.
const MOST: usize = 5;

/// Adds a file to support of a member within scope.
pub fn add_evidence(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    support: SupportId,
    ready: &Ready,
) -> Result<Done<SupportProved>, Problem> {
    asking.officer.may(Act::RecordService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = see::standing(tx, &asking.officer.scope, support)?;
    if rows::evidence(tx, support)?.len() >= MOST {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::EvidenceFull)));
    }
    let key = told::key_of(house, &member)?;
    let file = files::keep(tx, house, &key, support.shard(), ready)?;
    let event = SupportProved { support, member: row.member, file };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A file that proves support. Giving it out is logged.
pub fn take_evidence(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    (at, log): (Instant, Uuid),
    (support, file): (SupportId, FileId),
) -> Result<(Media, Vec<u8>), Problem> {
    officer.may(Act::OpenFile)?;
    let (row, member) = see::found(tx, &officer.scope, support)?;
    let kept = rows::evidence(tx, support)?.into_iter().find(|kept| kept.file == file);
    let kept = kept.ok_or(Problem::NotFound)?;
    let media = Media::of_word(&kept.media).ok_or(Problem::NotFound)?;
    let key = told::key_of(house, &member)?;
    let bytes = files::open(tx, &key, file)?.ok_or(Problem::NotFound)?;
    log_read(tx, log, at, officer, "support.evidence", Some(row.member.0), 1)?;
    Ok((media, bytes))
}

/// The row of a file; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportProved) -> Result<(), Problem> {
    Ok(written::add_evidence(tx, stamp, event)?)
}
