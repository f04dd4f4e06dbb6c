//! The rows behind waves.
use super::WaveOpened;
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, Date, LicenceId, MemberId, RegionCode, WaveId,
    licensing::{LicenceKind, WavePlaceState, WaveTerms},
};

/// A wave as kept.
#[derive(Clone, Debug)]
pub struct WaveRow {
    /// The wave.
    pub id: WaveId,
    /// Permits of which kind.
    pub kind: LicenceKind,
    /// What it is called.
    pub title: String,
    /// How many permits, and the days of asking.
    pub terms: WaveTerms,
    /// The agency that facilitates.
    pub agency: Agency,
    /// For whom.
    pub area: RegionCode,
    /// Where it was opened in the journal.
    pub position: Position,
    /// The day it was closed early.
    pub ended_on: Option<Date>,
}

/// How many stand where in a wave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Their permits are coming.
    pub enrolled: u32,
    /// They wait.
    pub waiting: u32,
    /// Their permits were issued.
    pub issued: u32,
    /// Their permits were refused.
    pub refused: u32,
}

impl Counts {
    /// How many of the permits are taken up.
    pub fn taken(&self) -> u32 {
        self.enrolled + self.issued + self.refused
    }
}

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
    ADD = "
    insert into licence_wave (id, kind, title, quota, agency, area, opens_on, closes_on, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A wave that was opened.
pub(super) fn add(tx: &mut Tx<'_>, position: Position, event: &WaveOpened) -> Result<()> {
    let row = (
        event.wave,
        event.kind,
        event.title.as_str(),
        i64::from(event.quota),
        event.agency,
        event.area,
        event.opens_on,
        event.closes_on,
        position,
    );
    tx.run(ADD, row).map(drop)
}

sql!(CLOSE = "update licence_wave set ended_at_position = $1, ended_on = $2 where id = $3");
/// A wave that was closed early.
pub(super) fn close(tx: &mut Tx<'_>, wave: WaveId, at: Position, on: Date) -> Result<()> {
    tx.run(CLOSE, (at, on, wave)).map(drop)
}

type Row =
    (WaveId, LicenceKind, String, i64, Agency, RegionCode, Date, Date, Position, Option<Date>);

fn row(row: Row) -> WaveRow {
    let quota = u32::try_from(row.3).unwrap_or_default();
    WaveRow {
        id: row.0,
        kind: row.1,
        title: row.2,
        terms: WaveTerms { quota, opens_on: row.6, closes_on: row.7 },
        agency: row.4,
        area: row.5,
        position: row.8,
        ended_on: row.9,
    }
}

sql!(
    WAVE = "
    select id, kind, title, quota, agency, area, opens_on, closes_on, position, ended_on
    from licence_wave where id = $1"
);
/// A wave; whether the caller may see it is the next question.
pub(super) fn wave(tx: &mut Tx<'_>, wave: WaveId) -> Result<Option<WaveRow>> {
    Ok(tx.maybe::<Row>(WAVE, (wave,))?.map(row))
}

sql!(
    WAVES = "
    select id, kind, title, quota, agency, area, opens_on, closes_on, position, ended_on
    from licence_wave
    where agency between $1 and $2 and ((area between $3 and $4) or $5 like area || '%') and position < $6
    order by position desc limit $7"
);
/// The waves that reach into a scope, the newest first.
pub(super) fn waves(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<WaveRow>> {
    let b = scope.bounds();
    let area = scope.area().map(|area| area.to_string()).unwrap_or_default();
    let (low, high) = (b.office_low, b.office_high);
    let before = before.unwrap_or(i64::MAX);
    let params = (b.agency_low, b.agency_high, low, high, area, before, limit);
    Ok(tx.all::<Row>(WAVES, params)?.into_iter().map(row).collect())
}

sql!(
    COUNTS = "
    select count(*) filter (where state = 'enrolled'), count(*) filter (where state = 'waiting'),
        count(*) filter (where state = 'issued'), count(*) filter (where state = 'refused')
    from wave_place where wave_id = $1"
);
/// How many stand where.
pub(super) fn counts(tx: &mut Tx<'_>, wave: WaveId) -> Result<Counts> {
    let found: Option<(i64, i64, i64, i64)> = tx.maybe(COUNTS, (wave,))?;
    let (enrolled, waiting, issued, refused) = found.unwrap_or_default();
    let whole = |number| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Counts {
        enrolled: whole(enrolled),
        waiting: whole(waiting),
        issued: whole(issued),
        refused: whole(refused),
    })
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
    OF_MEMBER = "
    select w.id, w.kind, w.title, w.quota, w.agency, w.area, w.opens_on, w.closes_on, w.position, w.ended_on
    from wave_place p join licence_wave w on w.id = p.wave_id
    where p.member_id = $1 and p.state in ('enrolled', 'waiting') order by w.position"
);
/// The waves in which a member the caller was let to see has a place or waits.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<WaveRow>> {
    Ok(tx.all::<Row>(OF_MEMBER, (member,))?.into_iter().map(row).collect())
}

sql!(
    QUEUE = "
    select member_id from wave_place where wave_id = $1 and state = 'waiting' order by asked_at_position"
);
/// Who waits, in order.
pub(super) fn queue(tx: &mut Tx<'_>, wave: WaveId) -> Result<Vec<MemberId>> {
    Ok(tx.all(QUEUE, (wave,))?.into_iter().map(|(member,)| member).collect())
}
