//! Letting officers see the books, and letting them no more, at once.
use super::{mine, rows};
use crate::{
    Code, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::MemberId;
use serde::{Deserialize, Serialize};

/// A member let officers see their books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentGiven {
    /// Whose books.
    pub member: MemberId,
}

impl Event for ConsentGiven {
    const ACT: &'static str = "books.consent";
}

/// A member let them no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRevoked {
    /// Whose books.
    pub member: MemberId,
}

impl Event for ConsentRevoked {
    const ACT: &'static str = "books.revoke";
}

/// Lets the officers whose scope reaches the member who asks see the books.
pub fn consent(tx: &mut Change<'_>, asking: &Asking) -> Result<Done<ConsentGiven>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    if rows::consent(tx, row.id)?.is_some() {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let done = journal::record(tx, asking, Some(row.id.0), ConsentGiven { member: row.id })?;
    replay_consented(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Lets nobody see them from now on.
pub fn revoke(tx: &mut Change<'_>, asking: &Asking) -> Result<Done<ConsentRevoked>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    if rows::consent(tx, row.id)?.is_none() {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let done = journal::record(tx, asking, Some(row.id.0), ConsentRevoked { member: row.id })?;
    replay_revoked(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of consent.
pub fn replay_consented(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &ConsentGiven,
) -> Result<(), Problem> {
    Ok(rows::give(tx, stamp, event.member)?)
}

/// The row of its end.
pub fn replay_revoked(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &ConsentRevoked,
) -> Result<(), Problem> {
    Ok(rows::revoke(tx, stamp, event.member)?)
}
