//! Photos of a visit: made clean before they come here, and kept apart from the visit.
use super::rows;
use crate::{
    Code, House, MentoringCode, Problem,
    files::{self, CleanPicture, Kept, Ready},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people::{self, MemberRow},
    privacy::PersonKey,
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{Act, ActId, FileId, Instant, MemberId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A photo was added to a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoAdded {
    /// The visit.
    pub visit: ActId,
    /// Who was visited.
    pub member: MemberId,
    /// The photo.
    pub file: Kept,
}

impl Event for PhotoAdded {
    const ACT: &'static str = "visit.photo";
}

/// So many photos a visit has at most.
const MOST: usize = 3;

/// Adds a photo to a visit to a member within scope. Only what was made clean can be given.
pub fn add_photo(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (member, visit): (MemberId, ActId),
    picture: &CleanPicture,
) -> Result<Done<PhotoAdded>, Problem> {
    asking.officer.may(Act::VisitMembers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    if !rows::visits_of(tx, member)?.iter().any(|made| made.id == visit) {
        return Err(Problem::NotFound);
    }
    let before = rows::photos_of(tx, member)?;
    if before.iter().filter(|photo| photo.visit == visit).count() >= MOST {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::PhotosFull)));
    }
    let (key, picture) = (key_of(house, &row)?, Ready::from(picture));
    let file = files::keep(tx, house, &key, member.shard(), &picture)?;
    let event = PhotoAdded { visit, member, file };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A photo of a visit to a member within scope, as JPEG. Giving it out is logged.
pub fn take_photo(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    (at, log): (Instant, Uuid),
    (member, file): (MemberId, FileId),
) -> Result<Vec<u8>, Problem> {
    officer.may(Act::VisitMembers)?;
    let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    if !rows::photos_of(tx, member)?.iter().any(|photo| photo.file == file) {
        return Err(Problem::NotFound);
    }
    let bytes = files::open(tx, &key_of(house, &row)?, file)?.ok_or(Problem::NotFound)?;
    log_read(tx, log, at, officer, "visit.photo", Some(member.0), 1)?;
    Ok(bytes)
}

fn key_of(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

/// The row of a photo; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PhotoAdded) -> Result<(), Problem> {
    Ok(rows::add_photo(tx, stamp, event)?)
}
