//! Asking for a place: it is given while there are seats, else the person waits in the order of asking.
use super::{
    door,
    rows::{self, Got},
};
use crate::{
    Code, FieldError, House, Problem, classes,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    staff::Officer,
};
use db::Tx;
use rules::{Act, ClassId, MemberId, training::PlaceState};
use serde::{Deserialize, Serialize};

/// How a place is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Why the class is for somebody it is not offered to; may be empty.
    pub reason: String,
    /// Whether the person stands at the door of a session.
    pub walk_in: bool,
}

/// A place was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceAsked {
    /// The class.
    pub class: ClassId,
    /// Who asked.
    pub member: MemberId,
    /// Whether there was a place, or the person waits.
    pub state: PlaceState,
    /// The place in the queue, from one, as it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<u32>,
    /// Whether the person came without having asked before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub walk_in: bool,
    /// What the officer said, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Sealed>,
}

impl Event for PlaceAsked {
    const ACT: &'static str = "place.ask";
}

/// The longest reason kept.
const LONGEST: usize = 1000;

/// Refuses a reason that is too long.
pub(super) fn fits(reason: &str) -> Result<(), Problem> {
    if reason.chars().count() > LONGEST {
        return Err(Problem::Invalid(vec![FieldError::new("reason", Code::Long)]));
    }
    Ok(())
}

/// Asks for a place. A full class is no refusal: waiting is the answer; only at the door there is none.
pub fn ask(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    member: MemberId,
    wish: &Wish,
) -> Result<Done<PlaceAsked>, Problem> {
    may_ask(&asking.officer, wish)?;
    asked(tx, house, asking, class, member, wish)
}

/// Asks for a place for oneself; the class must be one that is offered to the member.
pub fn ask_own(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
) -> Result<Done<PlaceAsked>, Problem> {
    let member = asking.officer.resident.ok_or(Problem::Forbidden)?;
    asked(tx, house, asking, class, member, &Wish::default())
}

fn asked(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    member: MemberId,
    wish: &Wish,
) -> Result<Done<PlaceAsked>, Problem> {
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    fits(&wish.reason)?;
    let (seats, row) = door::both(tx, asking, class, member)?;
    if wish.walk_in {
        door::announced(&seats)?;
        at_the_door(tx, asking, class)?;
    } else {
        door::still_open(&seats, asking.at.date())?;
    }
    door::not_yet_in(tx, class, &row)?;
    door::is_for(&seats, &row, &wish.reason)?;
    let (state, queue) = door::next(tx, class, seats.capacity)?;
    if wish.walk_in && state != PlaceState::Confirmed {
        return Err(Problem::Refused(Code::ClassFull));
    }
    let reason = door::sealed(house, &row, &wish.reason);
    let event = PlaceAsked { class, member, state, queue, walk_in: wish.walk_in, reason };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Refuses who may not register participants; whoever marks attendance lets in who stands at the door.
pub fn may_ask(officer: &Officer, wish: &Wish) -> Result<(), Problem> {
    let marks = wish.walk_in && officer.role.may(Act::MarkAttendance);
    if marks { Ok(()) } else { officer.may(Act::ManagePlaces) }
}

fn at_the_door(tx: &mut Tx<'_>, asking: &Asking, class: ClassId) -> Result<(), Problem> {
    let meets = classes::meets_on(tx, class, asking.at.date())?;
    if meets { Ok(()) } else { Err(Problem::Refused(Code::NoSessionToday)) }
}

/// The row of who asked.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PlaceAsked) -> Result<(), Problem> {
    let got = Got {
        class: event.class,
        member: event.member,
        state: event.state,
        walk_in: event.walk_in,
        reason: event.reason.as_ref().map(|sealed| sealed.0.as_slice()),
        came_from: None,
    };
    Ok(rows::ask(tx, &got, stamp.position)?)
}
