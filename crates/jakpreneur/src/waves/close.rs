//! Closing a wave early: nobody asks any more; what the issuer decides is still recorded.
use super::{rows, see};
use crate::{
    Code, LicensingCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, WaveId};
use serde::{Deserialize, Serialize};

/// A wave was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveClosed {
    /// The wave.
    pub wave: WaveId,
}

impl Event for WaveClosed {
    const ACT: &'static str = "wave.close";
}

/// Closes a wave of the officer's agency and area.
pub fn close(
    tx: &mut Change<'_>,
    asking: &Asking,
    wave: WaveId,
) -> Result<Done<WaveClosed>, Problem> {
    asking.officer.may(Act::ManageWaves)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = see::wave(tx, &asking.officer.scope, wave)?;
    if !asking.officer.scope.covers(&row.agency, row.area) {
        return Err(Problem::Forbidden);
    }
    if row.ended_on.is_some() {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::WaveOver)));
    }
    let done = journal::record(tx, asking, Some(wave.0), WaveClosed { wave })?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a wave that was closed.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WaveClosed) -> Result<(), Problem> {
    Ok(rows::close(tx, event.wave, stamp.position, stamp.at.date())?)
}
