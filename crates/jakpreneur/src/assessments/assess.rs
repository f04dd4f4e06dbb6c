//! Assessing what a business needs.
use super::{AssessmentForm, rows};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, ActId, Date, MemberId};
use serde::{Deserialize, Serialize};

/// What a business needs was assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// The assessment: the id its maker gave the act.
    pub assessment: ActId,
    /// Whose business.
    pub member: MemberId,
    /// The day on which it was so.
    pub assessed_on: Date,
    /// The answers, sealed.
    pub answers: Sealed,
}

impl Event for Assessed {
    const ACT: &'static str = "assessment.record";
}

/// Keeps the answers of a day for a member within scope. Nothing that is answered bars any service.
pub fn assess(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    form: &AssessmentForm,
) -> Result<Done<Assessed>, Problem> {
    asking.officer.may(Act::Measure)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    let (assessed_on, sheet) = form.understand(asking.at.date())?;
    let salt = row.salt.ok_or(Problem::Refused(Code::Erased))?;
    let clear = serde_json::to_vec(&sheet.0).map_err(|why| Problem::Broken(why.to_string()))?;
    let clear = zeroize::Zeroizing::new(clear);
    let key = house.seal.person_key(row.keyed_by, &salt);
    let event = Assessed {
        assessment: asking.act_id,
        member: row.id,
        assessed_on,
        answers: Sealed(key.seal(house.bytes(), asking.act_id.0.as_bytes(), &clear)),
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of an assessment.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Assessed) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
