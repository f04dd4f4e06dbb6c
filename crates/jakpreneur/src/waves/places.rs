//! The rows behind the places in waves.
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{LicenceId, MemberId, WaveId, licensing::WavePlaceState};

/// How a member stands to a wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// The state now.
    pub state: WavePlaceState,
    /// The permit that is its result.
    pub licence: Option<LicenceId>,
    /// Where they asked: the order of the queue.
    pub asked_at_position: Position,
}

sql!(
    PLACE = "
    select state, licence_id, asked_at_position from wave_place
    where shard = $1 and wave_id = $2 and member_id = $3"
);
/// How a member stands to a wave; none who never asked.
pub(super) fn place(tx: &mut Tx<'_>, wave: WaveId, member: MemberId) -> Result<Option<PlaceRow>> {
    let found: Option<(WavePlaceState, Option<LicenceId>, Position)> =
        tx.maybe(PLACE, (member.shard(), wave, member))?;
    Ok(found.map(|(state, licence, asked_at_position)| PlaceRow {
        state,
        licence,
        asked_at_position,
    }))
}

sql!(
    FIRST_WAITING = "
    select member_id from wave_place where wave_id = $1 and state = 'waiting' and member_id <> $2
    order by asked_at_position limit $3"
);
/// Those who have waited longest, the first first, but for somebody.
pub(super) fn first_waiting(
    tx: &mut Tx<'_>,
    wave: WaveId,
    but: MemberId,
    most: u32,
) -> Result<Vec<MemberId>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let found = tx.all(FIRST_WAITING, (wave, but, i64::from(most)))?;
    Ok(found.into_iter().map(|(member,)| member).collect())
}

sql!(
    ASK = "
    insert into wave_place (shard, wave_id, member_id, state, asked_at_position, enrolled_at_position)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (shard, wave_id, member_id) do update
    set state = excluded.state, asked_at_position = excluded.asked_at_position,
        enrolled_at_position = excluded.enrolled_at_position, ended_at_position = null, reason = null,
        licence_id = null"
);
/// Somebody asked, perhaps again after having left.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    (wave, member): (WaveId, MemberId),
    state: WavePlaceState,
    at: Position,
) -> Result<()> {
    let enrolled = (state == WavePlaceState::Enrolled).then_some(at);
    tx.run(ASK, (member.shard(), wave, member, state, at, enrolled)).map(drop)
}

sql!(
    LEAVE = "
    update wave_place set state = 'left', ended_at_position = $1, reason = $2
    where shard = $3 and wave_id = $4 and member_id = $5"
);
/// Somebody left.
pub(super) fn leave(
    tx: &mut Tx<'_>,
    (wave, member): (WaveId, MemberId),
    reason: &[u8],
    at: Position,
) -> Result<()> {
    tx.run(LEAVE, (at, reason, member.shard(), wave, member)).map(drop)
}

sql!(
    ENROL = "
    update wave_place set state = 'enrolled', enrolled_at_position = $1
    where shard = $2 and wave_id = $3 and member_id = $4"
);
/// Somebody who waited moved up.
pub(super) fn enrol(
    tx: &mut Tx<'_>,
    (wave, member): (WaveId, MemberId),
    at: Position,
) -> Result<()> {
    tx.run(ENROL, (at, member.shard(), wave, member)).map(drop)
}

sql!(
    RESULT = "
    update wave_place set state = $1, licence_id = $2, ended_at_position = $3
    where shard = $4 and wave_id = $5 and member_id = $6 and state = 'enrolled'"
);
/// The permit of a place; who left has none of the wave's.
pub(super) fn result(
    tx: &mut Tx<'_>,
    (wave, member): (WaveId, MemberId),
    licence: LicenceId,
    state: WavePlaceState,
    at: Position,
) -> Result<()> {
    let ended = (state != WavePlaceState::Enrolled).then_some(at);
    tx.run(RESULT, (state, licence, ended, member.shard(), wave, member)).map(drop)
}

sql!(
    REOPEN = "
    update wave_place set state = 'enrolled', licence_id = null, ended_at_position = null
    where shard = $1 and wave_id = $2 and member_id = $3 and licence_id = $4 and state <> 'left'"
);
/// The permit of a place never was.
pub(super) fn reopen(
    tx: &mut Tx<'_>,
    (wave, member): (WaveId, MemberId),
    licence: LicenceId,
) -> Result<()> {
    tx.run(REOPEN, (member.shard(), wave, member, licence)).map(drop)
}

sql!(
    PLACES = "
    select p.member_id, p.state, p.licence_id, p.asked_at_position
    from wave_place p join member m on m.shard = p.shard and m.id = p.member_id
    where p.wave_id = $1 and m.agency between $2 and $3 and m.office between $4 and $5
    order by p.asked_at_position"
);
/// Everybody within scope who asked, in the order of asking. A wave is small.
pub(super) fn places(
    tx: &mut Tx<'_>,
    scope: &Scope,
    wave: WaveId,
) -> Result<Vec<(MemberId, PlaceRow)>> {
    let b = scope.bounds();
    let params = (wave, b.agency_low, b.agency_high, b.office_low, b.office_high);
    let row = |(member, state, licence, asked_at_position)| {
        (member, PlaceRow { state, licence, asked_at_position })
    };
    Ok(tx.all(PLACES, params)?.into_iter().map(row).collect())
}

sql!(
    QUEUE = "
    select member_id from wave_place where wave_id = $1 and state = 'waiting' order by asked_at_position"
);
/// Who waits, in order.
pub(super) fn queue(tx: &mut Tx<'_>, wave: WaveId) -> Result<Vec<MemberId>> {
    Ok(tx.all(QUEUE, (wave,))?.into_iter().map(|(member,)| member).collect())
}
