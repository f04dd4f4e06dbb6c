//! Calling a bazaar off. What was recorded of it stays; nothing more is.
use super::{form, whose, written};
use crate::{
    FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, BazaarId, bazaar::Refused};
use serde::{Deserialize, Serialize};

/// A bazaar was called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BazaarCalledOff {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// Why, for everybody to read.
    pub reason: String,
}

impl Event for BazaarCalledOff {
    const ACT: &'static str = "bazaar.call_off";
}

/// Calls a bazaar of the officer's off.
pub fn call_off(
    tx: &mut Change<'_>,
    asking: &Asking,
    id: BazaarId,
    reason: &str,
) -> Result<Done<BazaarCalledOff>, Problem> {
    asking.officer.may(Act::ManageBazaars)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let bazaar = whose::managed(tx, &asking.officer, id)?;
    if bazaar.called_off.is_some() {
        return Err(form::refused(Refused::CalledOff));
    }
    let wrong = |code| Problem::Invalid(vec![FieldError::new("reason", code)]);
    let reason = form::words(reason).map_err(wrong)?;
    let event = BazaarCalledOff { bazaar: id, reason };
    let done = journal::record(tx, asking, Some(id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a bazaar that is called off.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarCalledOff) -> Result<(), Problem> {
    Ok(written::call_off(tx, stamp, event)?)
}
