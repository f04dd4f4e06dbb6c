//! A new version of a target, with the reason; the versions before stay readable.
use super::{form, rows};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, TargetId};
use serde::{Deserialize, Serialize};

/// A target has a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revised {
    /// The target.
    pub target: TargetId,
    /// The new version.
    pub version: i64,
    /// Persons to reach from now on.
    pub persons: u64,
    /// What it rests on from now on.
    pub basis: String,
    /// Why.
    pub reason: String,
}

impl Event for Revised {
    const ACT: &'static str = "target.revise";
}

/// What is to be different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// The version that was looked at; a newer one refuses the change.
    pub version: i64,
    /// Persons to reach.
    pub target: String,
    /// What it rests on.
    pub basis: String,
    /// Why.
    pub reason: String,
}

/// Makes a new version of a target within reach.
pub fn revise(
    tx: &mut Change<'_>,
    asking: &Asking,
    target: TargetId,
    revision: &Revision,
) -> Result<Done<Revised>, Problem> {
    asking.officer.may(Act::SetTargets)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let now = rows::target(tx, &asking.officer.scope, target, None)?.ok_or(Problem::NotFound)?;
    if now.version != revision.version {
        return Err(Problem::Refused(Code::TargetChanged));
    }
    let (persons, basis, reason) = understood(revision)?;
    if (persons, &basis) == (now.target, &now.basis) {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let event = Revised { target, version: now.version + 1, persons, basis, reason };
    let done = journal::record(tx, asking, Some(target.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn understood(revision: &Revision) -> Result<(u64, String, String), Problem> {
    let mut wrong = Vec::new();
    let mut refuse = |field, code| wrong.push(FieldError::new(field, code));
    let persons = form::persons(&revision.target).map_err(|code| refuse("target", code)).ok();
    let basis = form::sentence(&revision.basis).map_err(|code| refuse("basis", code)).ok();
    let reason = form::sentence(&revision.reason).map_err(|code| refuse("reason", code)).ok();
    if reason.as_deref() == Some("") {
        refuse("reason", Code::Reason);
    }
    match (persons, basis, reason) {
        (Some(persons), Some(basis), Some(reason)) if wrong.is_empty() => {
            Ok((persons, basis, reason))
        }
        _ => Err(Problem::Invalid(wrong)),
    }
}

/// The rows of a new version.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Revised) -> Result<(), Problem> {
    Ok(rows::revise(tx, stamp, event)?)
}
