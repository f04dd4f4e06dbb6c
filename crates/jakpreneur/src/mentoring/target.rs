//! How many new members a mentor is to bring each month: set from a month on, with what it rests on.
use super::{caseload::mentor, rows};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Date, UserId, growth::Month};
use serde::{Deserialize, Serialize};

/// A target as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentorTargetForm {
    /// The first month it holds for.
    pub month: String,
    /// New members a month.
    pub persons: String,
    /// The document it rests on.
    pub basis: String,
}

/// A mentor's target was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorTargetSet {
    /// The mentor's account.
    pub mentor: UserId,
    /// The first day it holds for, which begins a month.
    pub from_on: Date,
    /// New members a month.
    pub persons: u32,
    /// The document it rests on.
    pub basis: String,
}

impl Event for MentorTargetSet {
    const ACT: &'static str = "mentor.target";
}

/// More new members a month than anybody brings.
const MOST: u32 = 10_000;
/// The longest name of a document.
const LONGEST: usize = 200;

/// Sets the target of a mentor within scope. What holds for earlier months stays.
pub fn set_target(
    tx: &mut Change<'_>,
    asking: &Asking,
    of: UserId,
    form: &MentorTargetForm,
) -> Result<Done<MentorTargetSet>, Problem> {
    asking.officer.may(Act::AssignMentors)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let mentor = mentor(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    let (from_on, persons) = form.understand()?;
    let basis = form.basis.trim().to_owned();
    let event = MentorTargetSet { mentor: mentor.id, from_on, persons, basis };
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay_target(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl MentorTargetForm {
    fn understand(&self) -> Result<(Date, u32), Problem> {
        let mut wrong = Vec::new();
        let month = Month::parse_officer(&self.month).ok().and_then(Month::first_day);
        if month.is_none() {
            wrong.push(FieldError::new("month", Code::Month));
        }
        let persons = self.persons.trim().parse().ok().filter(|persons| *persons <= MOST);
        if persons.is_none() {
            wrong.push(FieldError::new("persons", Code::Number));
        }
        match self.basis.trim() {
            "" => wrong.push(FieldError::new("basis", Code::Empty)),
            long if long.chars().count() > LONGEST => {
                wrong.push(FieldError::new("basis", Code::Long));
            }
            _ => {}
        }
        match (month, persons) {
            (Some(month), Some(persons)) if wrong.is_empty() => Ok((month, persons)),
            _ => Err(Problem::Invalid(wrong)),
        }
    }
}

/// The row of a target.
pub fn replay_target(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &MentorTargetSet,
) -> Result<(), Problem> {
    Ok(rows::set_target(tx, stamp.position, event)?)
}
