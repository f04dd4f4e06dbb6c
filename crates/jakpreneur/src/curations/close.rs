//! Closing a round early: nothing more is entered; what is under way goes on.
use super::{whose, written};
use crate::{
    Code, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, CurationRoundId, marketing::curation::Refused};
use serde::{Deserialize, Serialize};

/// A round was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundClosed {
    /// The round.
    pub round: CurationRoundId,
}

impl Event for RoundClosed {
    const ACT: &'static str = "curation.close";
}

/// Closes a round of the officer's.
pub fn close(
    tx: &mut Change<'_>,
    asking: &Asking,
    round: CurationRoundId,
) -> Result<Done<RoundClosed>, Problem> {
    asking.officer.may(Act::ManageCurations)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = whose::round(tx, &asking.officer, round)?;
    if !asking.officer.scope.covers(&row.agency, row.area) {
        return Err(Problem::Forbidden);
    }
    if row.ended_on.is_some() {
        return Err(Problem::Refused(Code::Curation(Refused::RoundClosed)));
    }
    let done = journal::record(tx, asking, Some(round.0), RoundClosed { round })?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a round that was closed.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &RoundClosed) -> Result<(), Problem> {
    Ok(written::close(tx, stamp, event)?)
}
