//! Taking tools back, with a reason; the agency may then give once more.
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, MemberId, ToolGrantId};
use serde::{Deserialize, Serialize};

/// Tools were taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolsTakenBack {
    /// The handover.
    pub grant: ToolGrantId,
    /// Who had received.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for ToolsTakenBack {
    const ACT: &'static str = "tools.take_back";
}

/// The longest reason kept.
const LONGEST: usize = 500;

/// Takes tools back that an agency of the officer gave.
pub fn take_back(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    grant: ToolGrantId,
    reason: &str,
) -> Result<Done<ToolsTakenBack>, Problem> {
    asking.officer.may(Act::GrantTools)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let row = rows::granted(tx, grant)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, scope, row.member)?.ok_or(Problem::NotFound)?;
    if !scope.covers_agency(&row.agency) {
        return Err(Problem::Forbidden);
    }
    if row.taken_back_on.is_some() {
        return Err(Problem::Refused(Code::AlreadyVoided));
    }
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    let reason = match reason.trim() {
        "" => return wrong(Code::Reason),
        long if long.chars().count() > LONGEST => return wrong(Code::Long),
        stated => stated,
    };
    let salt = member.salt.ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(member.keyed_by, &salt);
    let sealed = key.seal(house.bytes(), grant.0.as_bytes(), reason.as_bytes());
    let event = ToolsTakenBack { grant, member: row.member, reason: Sealed(sealed) };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of taking back.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ToolsTakenBack) -> Result<(), Problem> {
    Ok(rows::take_back(tx, stamp, event)?)
}
