//! Giving a stand or the waiting up; whoever waits first moves up by the order of the draw.
use super::{form, whose, written};
use crate::{
    Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{ApplicationId, BazaarId, MemberId, bazaar::Refused};
use serde::{Deserialize, Serialize};

/// Somebody gave their application up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandGivenUp {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// The application.
    pub application: ApplicationId,
    /// Whose it was, where a member's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
}

impl Event for StandGivenUp {
    const ACT: &'static str = "bazaar.give_up";
}

/// Gives an application up: the member's own, or one that the officer looks after.
pub fn give_up(
    tx: &mut Change<'_>,
    asking: &Asking,
    (id, application): (BazaarId, ApplicationId),
) -> Result<Done<StandGivenUp>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (_, row) = whose::application(tx, asking, id, application)?;
    if row.given_up {
        return Err(form::refused(Refused::GivenUp));
    }
    let event = StandGivenUp { bazaar: id, application, member: row.member };
    let subject = row.member.map_or(id.0, |member| member.0);
    let done = journal::record(tx, asking, Some(subject), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of an application that was given up.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &StandGivenUp) -> Result<(), Problem> {
    Ok(written::give_up(tx, stamp, event)?)
}
