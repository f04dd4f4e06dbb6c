//! What became of a wave's permits: the permit that is recorded for a place is its result.
use super::{places, rows};
use crate::{Code, LicensingCode, Problem};
use db::{Position, Tx};
use rules::{
    LicenceId, MemberId, WaveId,
    licensing::{LicenceKind, LicenceState, WavePlaceState},
};

/// Refuses a permit for a wave in which the member has no place left open, or of another kind.
pub fn may_take(
    tx: &mut Tx<'_>,
    wave: WaveId,
    member: MemberId,
    kind: LicenceKind,
) -> Result<(), Problem> {
    let of = rows::wave(tx, wave)?.ok_or(Problem::NotFound)?;
    let place = places::place(tx, wave, member)?;
    let open = |place: places::PlaceRow| {
        place.state == WavePlaceState::Enrolled && place.licence.is_none()
    };
    if of.kind == kind && place.is_some_and(open) {
        Ok(())
    } else {
        Err(Problem::Refused(Code::Licensing(LicensingCode::NotInWave)))
    }
}

/// The place whose permit was asked for, issued or refused.
pub fn replay_result(
    tx: &mut Tx<'_>,
    position: Position,
    place: (WaveId, MemberId),
    licence: LicenceId,
    state: LicenceState,
) -> Result<(), Problem> {
    let state = match state {
        LicenceState::Requested => WavePlaceState::Enrolled,
        LicenceState::Issued => WavePlaceState::Issued,
        LicenceState::Refused => WavePlaceState::Refused,
        // The place had its permit; that it ended later is the permit's story.
        LicenceState::Revoked => return Ok(()),
    };
    Ok(places::result(tx, place, licence, state, position)?)
}

/// The place whose permit never was is open again.
pub fn replay_undone(
    tx: &mut Tx<'_>,
    place: (WaveId, MemberId),
    licence: LicenceId,
) -> Result<(), Problem> {
    Ok(places::reopen(tx, place, licence)?)
}
