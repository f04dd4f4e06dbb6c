//! Ending a membership for a reason. What was received until then stays counted.
use super::{rows, said};
use crate::{
    Code, FieldError, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, Date, MemberId, activity::EndReason};
use serde::{Deserialize, Serialize};

/// An end as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndForm {
    /// Why: a word of [`EndReason`].
    pub end_reason: String,
    /// The first day without membership; empty: today.
    pub ended_on: String,
}

/// A membership ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipEnded {
    /// Whose.
    pub member: MemberId,
    /// Why.
    pub reason: EndReason,
    /// The first day without membership.
    pub ended_on: Date,
}

impl Event for MembershipEnded {
    const ACT: &'static str = "membership.end";
}

/// Ends the membership of a member within scope, once.
pub fn end(
    tx: &mut Change<'_>,
    asking: &Asking,
    of: MemberId,
    form: &EndForm,
) -> Result<Done<MembershipEnded>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    if rows::ended(tx, of)?.is_some() {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::EndedAlready)));
    }
    let code = if form.end_reason.is_empty() { Code::Empty } else { Code::Word };
    let wrong = |error| Problem::Invalid(vec![error]);
    let reason = EndReason::of_word(&form.end_reason)
        .ok_or_else(|| wrong(FieldError::new("end_reason", code)))?;
    let ended_on = said::day("ended_on", &form.ended_on, &row, asking.at.date()).map_err(wrong)?;
    let event = MembershipEnded { member: of, reason, ended_on };
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of an end.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MembershipEnded) -> Result<(), Problem> {
    Ok(rows::add_end(tx, stamp, event)?)
}
