//! Two records turn out to be one person: where both are in a class, one place stays.
use super::{door, rows};
use crate::{
    Problem,
    attendance::{self, AttendanceMarked, Kept, Marked},
    journal::Stamp,
};
use db::Tx;
use rules::{
    ClassId, MemberId, PersonId,
    training::{Mark, PlaceState, Way},
};
use serde::{Deserialize, Serialize};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

/// Of two places of one person in a class that is not over, one was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesJoined {
    /// The class.
    pub class: ClassId,
    /// The record whose place stays.
    pub kept: MemberId,
    /// The record whose place is given up.
    pub left: MemberId,
    /// How it stood to the class before.
    pub was: PlaceState,
    /// Sessions at which the person was present under the record that left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<(i16, Way)>,
    /// Who waited and has the freed place now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<MemberId>,
}

/// A place of somebody, and at which sessions they were present.
struct Held {
    place: rows::Live,
    present: Vec<(i16, Kept)>,
}

impl Held {
    fn of(tx: &mut Tx<'_>, place: rows::Live) -> db::Result<Self> {
        let mut present = attendance::marks_of_member(tx, place.class, place.member)?;
        present.retain(|(_, kept)| kept.mark == Mark::Present);
        Ok(Self { place, present })
    }

    fn was_at(&self, session: i16) -> bool {
        self.present.iter().any(|(there, _)| *there == session)
    }

    /// Was present also where the one that leaves was.
    fn takes_over(&mut self, left: Self) {
        let new = left.present.into_iter().filter(|(session, _)| !self.was_at(*session));
        let new: Vec<_> = new.collect();
        self.present.extend(new);
    }

    /// The smallest stays: who has a place before who waits, who came more often, who asked first.
    fn rank(&self) -> impl Ord + use<> {
        let waits = self.place.state != PlaceState::Confirmed;
        (waits, Reverse(self.present.len()), self.place.asked_at_position)
    }
}

/// What becomes of the places of a record that is to be this person's (BR-18: nobody is twice in a class).
pub fn join(
    tx: &mut Tx<'_>,
    member: MemberId,
    person: PersonId,
) -> Result<Vec<PlacesJoined>, Problem> {
    let mut theirs = rows::live_of_person(tx, person)?;
    theirs.retain(|place| place.member != member);
    let mut joined = Vec::new();
    for mine in rows::live_of_member(tx, member)? {
        let Some(other) = theirs.iter().find(|place| place.class == mine.class) else { continue };
        let (mine, other) = (Held::of(tx, mine)?, Held::of(tx, other.clone())?);
        let (kept, left) = if mine.rank() < other.rank() { (mine, other) } else { (other, mine) };
        joined.push(given_up(tx, &kept, &left)?);
    }
    Ok(joined)
}

/// What becomes of a class that is open again, where records were found to be one person meanwhile. Freed
/// seats go to who waits in their order, each seat to somebody else.
pub fn join_in(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<PlacesJoined>, Problem> {
    let mut joined = pairs(tx, class)?;
    let leave: HashSet<MemberId> = joined.iter().map(|(one, _)| one.left).collect();
    let (mut confirmed, _) = rows::taken(tx, class)?;
    let mut waiting = rows::first_waiting(tx, class, u32::MAX)?;
    waiting.retain(|member| !leave.contains(member));
    let mut waiting = waiting.into_iter();
    for (one, capacity) in joined.iter_mut().filter(|(one, _)| one.was == PlaceState::Confirmed) {
        confirmed = confirmed.saturating_sub(1);
        let free = capacity.saturating_sub(confirmed);
        one.moved_up = waiting.by_ref().take(free as usize).collect();
        confirmed += u32::try_from(one.moved_up.len()).unwrap_or(u32::MAX);
    }
    Ok(joined.into_iter().map(|(one, _)| one).collect())
}

/// Every place that is given up for another of the same person, and how many seats the class has.
fn pairs(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<(PlacesJoined, u32)>, Problem> {
    let mut kept: BTreeMap<PersonId, Held> = BTreeMap::new();
    let mut joined = Vec::new();
    for (person, place) in rows::live_in(tx, class)? {
        let one = Held::of(tx, place)?;
        let Some(other) = kept.remove(&person) else {
            kept.insert(person, one);
            continue;
        };
        let (mut stays, left) = if one.rank() < other.rank() { (one, other) } else { (other, one) };
        joined.push((pair(&stays, &left), left.place.capacity));
        stays.takes_over(left);
        kept.insert(person, stays);
    }
    Ok(joined)
}

fn given_up(tx: &mut Tx<'_>, kept: &Held, left: &Held) -> Result<PlacesJoined, Problem> {
    let mut joined = pair(kept, left);
    if joined.was == PlaceState::Confirmed {
        let (confirmed, _) = rows::taken(tx, joined.class)?;
        let free = (left.place.capacity + 1).saturating_sub(confirmed);
        joined.moved_up = rows::first_waiting(tx, joined.class, free)?;
    }
    Ok(joined)
}

/// One place given up for another, before anybody moves up.
fn pair(kept: &Held, left: &Held) -> PlacesJoined {
    let present = left.present.iter().filter(|(session, _)| !kept.was_at(*session));
    PlacesJoined {
        class: left.place.class,
        kept: kept.place.member,
        left: left.place.member,
        was: left.place.state,
        present: present.map(|(session, kept)| (*session, kept.way)).collect(),
        moved_up: Vec::new(),
    }
}

/// The rows of places that were joined.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, joined: &PlacesJoined) -> Result<(), Problem> {
    let PlacesJoined { class, kept: member, .. } = *joined;
    rows::end(tx, (class, joined.left), PlaceState::Cancelled, None, stamp.position)?;
    for (session, way) in &joined.present {
        let new = Marked { member, mark: Mark::Present, was: None, reason: None };
        let marked = AttendanceMarked { class, session: *session, way: *way, marks: vec![new] };
        attendance::replay_marked(tx, stamp, &marked)?;
    }
    Ok(door::move_up(tx, class, &joined.moved_up, stamp.position)?)
}
