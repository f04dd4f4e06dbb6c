//! Withdrawing consent: from the next request on the bank sees nothing of the referral.
use super::{whose, written};
use crate::{
    Code, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, MemberId, ReferralId, capital::Refused};
use serde::{Deserialize, Serialize};

/// The member lets the bank see the referral no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralWithdrawn {
    /// The referral.
    pub referral: ReferralId,
    /// Whose consent ended.
    pub member: MemberId,
}

impl Event for ReferralWithdrawn {
    const ACT: &'static str = "referral.withdraw";
}

/// Withdraws the consent: the member, or an officer whom the member asked.
pub fn withdraw(
    tx: &mut Change<'_>,
    asking: &Asking,
    id: ReferralId,
) -> Result<Done<ReferralWithdrawn>, Problem> {
    if asking.officer.resident.is_none() {
        asking.officer.may(Act::ReferMember)?;
    }
    let (row, _, _) = whose::found(tx, &asking.officer, id)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    if row.withdrawn_at.is_some() {
        return Err(Problem::Refused(Code::Capital(Refused::Withdrawn)));
    }
    let event = ReferralWithdrawn { referral: id, member: row.member };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of it.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralWithdrawn) -> Result<(), Problem> {
    Ok(written::withdraw(tx, stamp, event)?)
}
