//! Ending a mentor's term before its last day.
use super::{
    appoint::{day, refused},
    rows,
};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff,
};
use db::Tx;
use rules::{
    Act, ActId, Date, UserId,
    mentoring::{EndedBecause, may_end_term},
};
use serde::{Deserialize, Serialize};

/// An early end as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndTermForm {
    /// The last day; the day before the first takes the term back whole.
    pub last_on: String,
    /// Why: a word of [`EndedBecause`].
    pub because: String,
}

/// A mentor's term ended early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermEnded {
    /// The term.
    pub term: ActId,
    /// The mentor's account.
    pub mentor: UserId,
    /// The last day.
    pub last_on: Date,
    /// Why.
    pub because: EndedBecause,
}

impl Event for TermEnded {
    const ACT: &'static str = "mentor.term.end";
}

/// Ends a term of a mentor within scope. Members stay in the caseload until somebody takes them over; they
/// are on the list of those who need a mentor.
pub fn end(
    tx: &mut Change<'_>,
    asking: &Asking,
    term: ActId,
    form: &EndTermForm,
) -> Result<Done<TermEnded>, Problem> {
    asking.officer.may(Act::AssignMentors)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = rows::one(tx, term)?.ok_or(Problem::NotFound)?;
    let known = staff::accounts(tx, &asking.officer.scope)?.iter().any(|it| it.id == row.mentor);
    if !known || !asking.officer.scope.covers(&row.agency, row.area) {
        return Err(Problem::NotFound);
    }
    let (last_on, because) = form.understand()?;
    may_end_term(&row.term, last_on).map_err(refused)?;
    let event = TermEnded { term, mentor: row.mentor, last_on, because };
    let done = journal::record(tx, asking, Some(row.mentor.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl EndTermForm {
    fn understand(&self) -> Result<(Date, EndedBecause), Problem> {
        let mut wrong = Vec::new();
        let mut say = |field, code| wrong.push(FieldError::new(field, code));
        let last_on = day(&self.last_on).map_err(|code| say("last_on", code)).ok();
        let because = EndedBecause::of_word(&self.because);
        if because.is_none() {
            say("because", if self.because.is_empty() { Code::Reason } else { Code::Word });
        }
        last_on.zip(because).ok_or(Problem::Invalid(wrong))
    }
}

/// What an early end writes.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &TermEnded) -> Result<(), Problem> {
    Ok(rows::end(tx, stamp, event)?)
}
