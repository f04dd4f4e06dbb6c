//! Waves within scope, and one with everybody in it whom the officer may see.
use super::{
    places::{self, PlaceRow},
    rows::{self, Counts, WaveRow},
};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::{Officer, Scope},
};
use db::{Position, Tx};
use rules::{Act, Date, MemberId, WaveId, licensing::WaveStanding};

/// A wave with how many stand where.
#[derive(Clone, Debug)]
pub struct SeenWave {
    /// The wave.
    pub row: WaveRow,
    /// How many stand where, also outside the scope.
    pub counts: Counts,
    /// Everybody within scope, in the order of asking; empty in a list.
    pub people: Vec<InWave>,
}

impl SeenWave {
    /// How it stands on a day; closed early is over.
    pub fn standing_on(&self, day: Date) -> WaveStanding {
        match self.row.ended_on {
            Some(_) => WaveStanding::Over,
            None => self.row.terms.standing_on(day, self.counts.taken()),
        }
    }
}

/// Somebody in a wave.
#[derive(Clone, Debug)]
pub struct InWave {
    /// Who.
    pub member: Brief,
    /// How they stand.
    pub place: PlaceRow,
    /// The place in the queue, from one.
    pub queue: Option<u32>,
}

/// A wave that reaches into the scope.
pub(super) fn wave(tx: &mut Tx<'_>, scope: &Scope, id: WaveId) -> Result<WaveRow, Problem> {
    let row = rows::wave(tx, id)?.filter(|row| reaches(scope, row));
    row.ok_or(Problem::NotFound)
}

fn reaches(scope: &Scope, row: &WaveRow) -> bool {
    let meets = |own: rules::RegionCode| own.within(&row.area) || row.area.within(&own);
    scope.covers_agency(&row.agency) && scope.area().is_none_or(meets)
}

/// The waves that reach into the officer's scope, the newest first.
pub fn list(
    tx: &mut Tx<'_>,
    officer: &Officer,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<SeenWave>, Problem> {
    officer.may(Act::SearchMembers)?;
    let mut seen = Vec::new();
    for row in rows::waves(tx, &officer.scope, before, limit)? {
        let counts = rows::counts(tx, row.id)?;
        seen.push(SeenWave { row, counts, people: Vec::new() });
    }
    Ok(seen)
}

/// How many waves reach into the officer's scope.
pub fn count(tx: &mut Tx<'_>, officer: &Officer) -> Result<i64, Problem> {
    officer.may(Act::SearchMembers)?;
    Ok(rows::count(tx, &officer.scope)?)
}

/// A wave with everybody in it whom the officer may see.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: WaveId,
) -> Result<SeenWave, Problem> {
    officer.may(Act::SearchMembers)?;
    let row = wave(tx, &officer.scope, id)?;
    let counts = rows::counts(tx, id)?;
    let order = places::queue(tx, id)?;
    let mut people = Vec::new();
    for (member, place) in places::places(tx, &officer.scope, id)? {
        let Some(record) = people::record(tx, &officer.scope, member)? else { continue };
        let queue = order.iter().position(|waiting| *waiting == member);
        let queue = queue.and_then(|place| u32::try_from(place + 1).ok());
        let brief = people::briefs(house, vec![record]).pop();
        people.extend(brief.map(|member| InWave { member, place, queue }));
    }
    Ok(SeenWave { row, counts, people })
}

/// The open waves of a member that the caller was let to see, and of which kind.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<WaveRow>, Problem> {
    Ok(rows::of_member(tx, member)?)
}
