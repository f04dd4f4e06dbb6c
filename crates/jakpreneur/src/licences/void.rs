//! Taking a permit back that never was: recorded for somebody else, or twice. Its stage is taken back too.
use super::{
    Said,
    decide::{found, reason},
    details, stage, written,
};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    waves,
};
use db::Tx;
use rules::{Act, LicenceId, MemberId, WaveId};
use serde::{Deserialize, Serialize};

/// A permit was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceVoided {
    /// The permit.
    pub licence: LicenceId,
    /// Whose it was.
    pub member: MemberId,
    /// Why, sealed.
    pub said: Sealed,
    /// The wave it was of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<WaveId>,
}

impl Event for LicenceVoided {
    const ACT: &'static str = "licence.void";
}

/// Takes a permit of a member within scope back.
pub fn void(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    licence: LicenceId,
    why: &str,
) -> Result<Done<LicenceVoided>, Problem> {
    asking.officer.may(Act::VoidService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = found(tx, asking, licence)?;
    let own = row.recorded_by == asking.officer.actor();
    if asking.officer.role.only_own(Act::VoidService) && !own {
        return Err(Problem::Forbidden);
    }
    let why = reason(why, "reason")?;
    stage::unreached(tx, house, asking, &row, &why)?;
    let key = details::key_of(house, &member)?;
    let said = details::seal(house, &key, licence, &Said { reason: why, before: None })?;
    let event = LicenceVoided { licence, member: row.member, said, wave: row.wave };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a permit that never was.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceVoided) -> Result<(), Problem> {
    written::void(tx, stamp, event)?;
    let step = ("voided", stamp.at.date());
    written::step(tx, stamp, event.licence, step, Some(&event.said.0))?;
    if let Some(wave) = event.wave {
        waves::replay_undone(tx, (wave, event.member), event.licence)?;
    }
    Ok(())
}
