//! Joining and leaving a group; who was in it before stays known.
use super::rows;
use crate::{
    Code, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, GroupId, MemberId};
use serde::{Deserialize, Serialize};

/// A member joined a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupJoined {
    /// The group.
    pub group: GroupId,
    /// Who joined.
    pub member: MemberId,
}

impl Event for GroupJoined {
    const ACT: &'static str = "group.join";
}

/// A member left a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupLeft {
    /// The group.
    pub group: GroupId,
    /// Who left.
    pub member: MemberId,
}

impl Event for GroupLeft {
    const ACT: &'static str = "group.leave";
}

/// Puts a member into a group; both must be within scope.
pub fn join(
    tx: &mut Change<'_>,
    asking: &Asking,
    group: GroupId,
    member: MemberId,
) -> Result<Done<GroupJoined>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    both_within(tx, asking, group, member)?;
    if rows::is_in(tx, group, member)? {
        return Err(Problem::Refused(Code::InGroup));
    }
    let done = journal::record(tx, asking, Some(member.0), GroupJoined { group, member })?;
    replay_joined(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Takes a member out of a group.
pub fn leave(
    tx: &mut Change<'_>,
    asking: &Asking,
    group: GroupId,
    member: MemberId,
) -> Result<Done<GroupLeft>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    both_within(tx, asking, group, member)?;
    if !rows::is_in(tx, group, member)? {
        return Err(Problem::NotFound);
    }
    let done = journal::record(tx, asking, Some(member.0), GroupLeft { group, member })?;
    replay_left(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn both_within(
    tx: &mut Tx<'_>,
    asking: &Asking,
    group: GroupId,
    member: MemberId,
) -> Result<(), Problem> {
    let scope = &asking.officer.scope;
    rows::group(tx, scope, group)?.ok_or(Problem::NotFound)?;
    people::record(tx, scope, member)?.ok_or(Problem::NotFound)?;
    Ok(())
}

/// The rows of joining.
pub fn replay_joined(tx: &mut Tx<'_>, stamp: &Stamp, event: &GroupJoined) -> Result<(), Problem> {
    Ok(rows::put_in(tx, event.group, event.member, stamp.position)?)
}

/// The rows of leaving.
pub fn replay_left(tx: &mut Tx<'_>, stamp: &Stamp, event: &GroupLeft) -> Result<(), Problem> {
    Ok(rows::take_out(tx, event.group, event.member, stamp.position)?)
}
