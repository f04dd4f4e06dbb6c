//! Going over to another class: a free place there or the end of its queue; the seat here is freed.
use super::{
    ask, door,
    rows::{self, Got},
};
use crate::{
    Code, House, Problem, classes,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, ClassId, MemberId,
    training::{ClassState, PlaceState},
};
use serde::{Deserialize, Serialize};

/// Somebody went over to another class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceTransferred {
    /// The class they left.
    pub from: ClassId,
    /// The class they went to.
    pub to: ClassId,
    /// Who.
    pub member: MemberId,
    /// Whether there was a place in the other class, or they wait for it.
    pub state: PlaceState,
    /// The place in its queue, from one, as it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<u32>,
    /// What the officer said, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Sealed>,
    /// Who waited for the class they left and has their place now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<MemberId>,
}

impl Event for PlaceTransferred {
    const ACT: &'static str = "place.transfer";
}

/// Transfers whoever is in a class or waits for it; also out of one that was called off.
pub fn transfer(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (from, to): (ClassId, ClassId),
    member: MemberId,
    reason: &str,
) -> Result<Done<PlaceTransferred>, Problem> {
    asking.officer.may(Act::ManagePlaces)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    ask::fits(reason)?;
    let (left, row) = door::both(tx, asking, from, member)?;
    if left.state == ClassState::Finished {
        return Err(Problem::Refused(Code::ClassOver));
    }
    let was = rows::place(tx, from, member)?.map(|place| place.state);
    let was = was.filter(|was| was.is_live()).ok_or(Problem::Refused(Code::NotInClass))?;
    let seats = classes::seats(tx, &asking.officer, to)?;
    door::still_open(&seats, asking.at.date())?;
    door::not_yet_in(tx, to, &row)?;
    door::is_for(&seats, &row, reason)?;
    let (state, queue) = door::next(tx, to, seats.capacity)?;
    let moved_up = door::who_follows(tx, from, &left, was)?;
    let reason = door::sealed(house, &row, reason);
    let event = PlaceTransferred { from, to, member, state, queue, reason, moved_up };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows in both classes.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PlaceTransferred) -> Result<(), Problem> {
    let reason = event.reason.as_ref().map(|sealed| sealed.0.as_slice());
    let at = stamp.position;
    rows::end(tx, (event.from, event.member), PlaceState::Transferred, reason, at)?;
    let got = Got {
        class: event.to,
        member: event.member,
        state: event.state,
        walk_in: false,
        reason,
        came_from: Some(event.from),
    };
    rows::ask(tx, &got, at)?;
    Ok(door::move_up(tx, event.from, &event.moved_up, at)?)
}
