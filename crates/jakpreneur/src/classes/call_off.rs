//! Calling a class off, with a reason. Its places stay, so that everybody can be told or transferred.
use super::{managed, rows, understand::LONGEST_NOTES};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, ClassId, training::ClassState};
use serde::{Deserialize, Serialize};

/// A class does not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassCalledOff {
    /// The class.
    pub class: ClassId,
    /// Why; told to everybody, so it names no participant.
    pub reason: String,
}

impl Event for ClassCalledOff {
    const ACT: &'static str = "class.call_off";
}

/// Calls a class off.
pub fn call_off(
    tx: &mut Change<'_>,
    asking: &Asking,
    class: ClassId,
    reason: &str,
) -> Result<Done<ClassCalledOff>, Problem> {
    asking.officer.may(Act::ManageClasses)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let has = managed(tx, &asking.officer, class)?;
    if has.state != ClassState::Announced {
        return Err(Problem::Refused(Code::ClassOver));
    }
    let reason = reason.trim().to_owned();
    let wrong = |code| Problem::Invalid(vec![FieldError::new("reason", code)]);
    if reason.is_empty() {
        return Err(wrong(Code::Reason));
    }
    if reason.chars().count() > LONGEST_NOTES {
        return Err(wrong(Code::Long));
    }
    let event = ClassCalledOff { class, reason };
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a class that was called off.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ClassCalledOff) -> Result<(), Problem> {
    Ok(rows::call_off(tx, event.class, &event.reason, stamp.position)?)
}
