//! Taking an end back, with a reason: the membership never ended.
use super::{rows, said};
use crate::{
    Code, House, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};

/// An end was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipResumed {
    /// Whose membership goes on.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for MembershipResumed {
    const ACT: &'static str = "membership.resume";
}

/// Takes the end of a membership within scope back.
pub fn resume(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    reason: &str,
) -> Result<Done<MembershipResumed>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    if rows::ended(tx, of)?.is_none() {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::NotEnded)));
    }
    let reason = said::reason(house, &row, "resume_reason", reason)?;
    let event = MembershipResumed { member: of, reason };
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of an end taken back.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MembershipResumed) -> Result<(), Problem> {
    Ok(rows::take_back(tx, stamp, event)?)
}
