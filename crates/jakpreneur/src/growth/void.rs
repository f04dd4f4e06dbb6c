//! Taking back what stands for a month, with a reason; the month is missing then.
use super::{form::LONGEST, news, rows};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, MemberId, growth::Month};
use serde::{Deserialize, Serialize};

/// What stood for a month was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasurementVoided {
    /// Whose business.
    pub member: MemberId,
    /// The month.
    pub month: Month,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for MeasurementVoided {
    const ACT: &'static str = "growth.void";
}

/// Takes a month back that stands. Where it was the baseline, the next one told is.
pub fn void(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: (MemberId, Month),
    reason: &str,
) -> Result<Done<MeasurementVoided>, Problem> {
    asking.officer.may(Act::Measure)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (member, month) = of;
    let row = people::record(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    if !rows::standing(tx, member)?.iter().any(|stands| stands.month == month) {
        return Err(Problem::NotFound);
    }
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    let reason = match reason.trim() {
        "" => return wrong(Code::Reason),
        long if long.chars().count() > LONGEST => return wrong(Code::Long),
        stated => stated,
    };
    let salt = row.salt.ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(row.keyed_by, &salt);
    let reason = Sealed(key.seal(house.bytes(), member.0.as_bytes(), reason.as_bytes()));
    let event = MeasurementVoided { member, month, reason };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    tx.tell(news::voided(&done.stamp, &done.event, row.position));
    Ok(done)
}

/// The rows of taking back.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MeasurementVoided) -> Result<(), Problem> {
    Ok(rows::void(tx, stamp, event)?)
}
