//! Leaving a wave before anything is decided; whoever waited longest moves up in the same act.
use super::{places, rows, see};
use crate::{
    Code, FieldError, House, LicensingCode, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, MemberId, WaveId, licensing::WavePlaceState};
use serde::{Deserialize, Serialize};

/// Somebody left a wave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveLeft {
    /// The wave.
    pub wave: WaveId,
    /// Who left.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
    /// Who moved up, the first who had asked first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<MemberId>,
}

impl Event for WaveLeft {
    const ACT: &'static str = "wave.leave";
}

/// The longest reason kept.
const LONGEST: usize = 500;

/// Takes a member out of a wave.
pub fn leave(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    wave: WaveId,
    member: MemberId,
    reason: &str,
) -> Result<Done<WaveLeft>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let of = see::wave(tx, scope, wave)?;
    let row = people::record(tx, scope, member)?.ok_or(Problem::NotFound)?;
    let place = places::place(tx, wave, member)?.filter(|place| may_leave(place.state));
    let place = place.ok_or(Problem::Refused(Code::Licensing(LicensingCode::NotInWave)))?;
    let reason = match reason.trim() {
        "" => return Err(invalid(Code::Reason)),
        long if long.chars().count() > LONGEST => return Err(invalid(Code::Long)),
        stated => stated,
    };
    let salt = row.salt.ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(row.keyed_by, &salt);
    let reason = Sealed(key.seal(house.bytes(), member.0.as_bytes(), reason.as_bytes()));
    let counts = rows::counts(tx, wave)?;
    let left = u32::from(place.state.counts());
    let free = if of.ended_on.is_some() { 0 } else { of.terms.free(counts.taken() - left) };
    let moved_up = places::first_waiting(tx, wave, member, free)?;
    let event = WaveLeft { wave, member, reason, moved_up };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn may_leave(state: WavePlaceState) -> bool {
    matches!(state, WavePlaceState::Enrolled | WavePlaceState::Waiting)
}

fn invalid(code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new("reason", code)])
}

/// The rows of who left and who moved up.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WaveLeft) -> Result<(), Problem> {
    places::leave(tx, (event.wave, event.member), &event.reason.0, stamp.position)?;
    for member in &event.moved_up {
        places::enrol(tx, (event.wave, *member), stamp.position)?;
    }
    Ok(())
}
