//! Taking support back that never was: recorded for somebody else, or twice.
use super::{see, told, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, MemberId, SupportId};
use serde::{Deserialize, Serialize};

/// Support was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportVoided {
    /// The support.
    pub support: SupportId,
    /// Who was said to have got it.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for SupportVoided {
    const ACT: &'static str = "support.void";
}

/// The longest reason kept.
const LONGEST: usize = 500;

/// Takes support of a member within scope back.
pub fn void(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    support: SupportId,
    reason: &str,
) -> Result<Done<SupportVoided>, Problem> {
    let officer = &asking.officer;
    officer.may(Act::VoidService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = see::standing(tx, &officer.scope, support)?;
    if officer.role.only_own(Act::VoidService) && row.recorded_by != officer.actor() {
        return Err(Problem::Forbidden);
    }
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    let reason = match reason.trim() {
        "" => return wrong(Code::Reason),
        long if long.chars().count() > LONGEST => return wrong(Code::Long),
        stated => stated,
    };
    let key = told::key_of(house, &member)?;
    let reason = Sealed(key.seal(house.bytes(), support.0.as_bytes(), reason.as_bytes()));
    let event = SupportVoided { support, member: row.member, reason };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of support that never was.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportVoided) -> Result<(), Problem> {
    Ok(written::void(tx, stamp, event)?)
}
