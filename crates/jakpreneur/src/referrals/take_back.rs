//! Taking a bank's answer back that was a mistake: what it made count counts no more.
use super::{Side, form, rows, stage, told, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::{Position, Tx};
use rules::{Act, MemberId, ReferralId, capital::Refused};
use serde::{Deserialize, Serialize};

/// A bank's answer was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerTakenBack {
    /// The referral.
    pub referral: ReferralId,
    /// Whom it is for.
    pub member: MemberId,
    /// Where the answer was recorded in the journal.
    pub step_at: Position,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for AnswerTakenBack {
    const ACT: &'static str = "referral.take_back";
}

/// Takes the last answer back. What the bank itself said, only the bank takes back.
pub fn take_back(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: ReferralId,
    reason: &str,
) -> Result<Done<AnswerTakenBack>, Problem> {
    asking.officer.may(Act::AnswerReferrals)?;
    let (row, member, side) = whose::found(tx, &asking.officer, id)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let last = rows::last(tx, id)?.filter(|last| last.step.is_banks());
    let last = last.ok_or(Problem::Refused(Code::Capital(Refused::NoAnswer)))?;
    if side == Side::Office && !last.by_letter {
        return Err(Problem::Forbidden);
    }
    let reason = form::sentence(reason)
        .map_err(|code| if code == Code::Empty { Code::Reason } else { code });
    let reason = reason.map_err(|code| Problem::Invalid(vec![FieldError::new("reason", code)]))?;
    stage::unreached(tx, house, asking, last.service, &reason)?;
    let sealed = told::seal(house, &member, id, &reason)?;
    let event = AnswerTakenBack {
        referral: id,
        member: row.member,
        step_at: last.position,
        reason: sealed,
    };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of it.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &AnswerTakenBack) -> Result<(), Problem> {
    Ok(written::take_back(tx, stamp, event)?)
}
