//! Undoing a decision about two records: who was joined is parted again, who was parted is looked at again.
use super::{
    decide::{Decision, move_to},
    pairs::{self, Standing},
    rows::{self, MemberRow},
};
use crate::{
    Code, FieldError, House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, Sealed, Stamp, done_before, record},
    places::{self, PlacesJoined},
};
use db::Tx;
use rules::{Act, MemberId, PersonId};
use serde::{Deserialize, Serialize};

/// A decision was undone. Records that were joined are two people from now on, and the machine does not
/// ask about them again (BR-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// What had been decided.
    pub decision: Decision,
    /// The person the newer record is of from now on.
    pub person: PersonId,
    /// Another record of that person; none where there is no other.
    pub with: Option<MemberId>,
    /// Whether the newer record went to another person.
    pub moved: bool,
    /// Why, sealed with the newer record's key.
    pub reason: Sealed,
    /// Classes in which the person it goes to had a place too: one stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlacesJoined>,
}

impl Event for Undone {
    const ACT: &'static str = "pair.undo";
}

/// The longest reason kept.
const REASON: usize = 1000;

/// Undoes what was decided about two records that are both within the asker's scope.
pub fn undo(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    member: MemberId,
    other: MemberId,
    reason: &str,
) -> Result<Done<Undone>, Problem> {
    asking.officer.may(Act::ReviewDuplicates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let newer = rows::member(tx, scope, member)?.ok_or(Problem::NotFound)?;
    rows::member(tx, scope, other)?.ok_or(Problem::NotFound)?;
    let decision = match pairs::standing(tx, member, other)? {
        Standing::Unlisted => return Err(Problem::NotFound),
        Standing::Waiting => return Err(Problem::Refused(Code::Undecided)),
        Standing::Decided(decision) => decision,
    };
    let reason = sealed(house, &newer, stated(reason)?)?;
    let event = undone(tx, &newer, other, decision, reason)?;
    let done = record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    if let Some(news) = undo_news(tx, &done.stamp, &done.event)? {
        tx.tell(news);
    }
    Ok(done)
}

fn stated(reason: &str) -> Result<&str, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("reason", code)]);
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(wrong(Code::Reason));
    }
    if reason.chars().count() > REASON { Err(wrong(Code::Long)) } else { Ok(reason) }
}

fn sealed(house: &House, row: &MemberRow, reason: &str) -> Result<Sealed, Problem> {
    let key = house.seal.person_key(row.keyed_by, &row.salt.ok_or(Problem::Refused(Code::Erased))?);
    Ok(Sealed(key.seal(house.bytes(), row.id.0.as_bytes(), reason.as_bytes())))
}

fn undone(
    tx: &mut Tx<'_>,
    newer: &MemberRow,
    other: MemberId,
    decision: Decision,
    reason: Sealed,
) -> Result<Undone, Problem> {
    let person = match decision {
        Decision::Same => person_without(tx, newer, other)?,
        Decision::Different => newer.person,
    };
    let records = rows::records_of(tx, person)?;
    let with = records.into_iter().map(|(record, _)| record).find(|record| *record != newer.id);
    let moved = person != newer.person;
    let places = if moved { places::join(tx, newer.id, person)? } else { Vec::new() };
    Ok(Undone { member: newer.id, other, decision, person, with, moved, reason, places })
}

/// Whose record it is without this decision: as the latest other decision says that still stands, else as
/// registered.
fn person_without(
    tx: &mut Tx<'_>,
    newer: &MemberRow,
    other: MemberId,
) -> Result<PersonId, Problem> {
    let joined = pairs::joined_with(tx, newer.id)?;
    let Some(stands) = joined.into_iter().find(|joined| *joined != other) else {
        return Ok(newer.keyed_by);
    };
    Ok(pairs::person_of(tx, stands)?.unwrap_or(newer.keyed_by))
}

/// The rows of undoing a decision.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Undone) -> Result<(), Problem> {
    let (decision, basis) = match event.decision {
        Decision::Same => (Some(Decision::Different.word()), "split"),
        Decision::Different => (None, "reopened"),
    };
    let (member, at) = (event.member, stamp.position);
    pairs::decide(tx, member, event.other, decision, at)?;
    let basis = if event.moved || event.decision == Decision::Different { basis } else { "kept" };
    pairs::add_link(tx, member, at, event.person, basis, event.with, Some(&event.reason.0))?;
    if event.moved {
        move_to(tx, member, event.person)?;
    }
    event.places.iter().try_for_each(|joined| places::replay_places_joined(tx, stamp, joined))
}

/// What undoing a decision tells the board, here or in another process.
pub fn undo_news(tx: &mut Tx<'_>, stamp: &Stamp, event: &Undone) -> Result<Option<News>, Problem> {
    if !event.moved {
        return Ok(None);
    }
    let member = rows::position_of(tx, event.member)?.unwrap_or_default();
    let with = event.with.map(|with| rows::position_of(tx, with)).transpose()?.flatten();
    Ok(Some(News::Link { position: stamp.position, member, with }))
}
