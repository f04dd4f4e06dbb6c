//! The rows behind waves.
use super::WaveOpened;
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, Date, MemberId, RegionCode, WaveId,
    licensing::{LicenceKind, WaveTerms},
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
    COUNT = "
    select count(*) from licence_wave
    where agency between $1 and $2 and ((area between $3 and $4) or $5 like area || '%')"
);
/// How many waves reach into a scope.
pub(super) fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let area = scope.area().map(|area| area.to_string()).unwrap_or_default();
    let (low, high) = (b.office_low, b.office_high);
    let found: Option<(i64,)> = tx.maybe(COUNT, (b.agency_low, b.agency_high, low, high, area))?;
    Ok(found.map_or(0, |(number,)| number))
}
