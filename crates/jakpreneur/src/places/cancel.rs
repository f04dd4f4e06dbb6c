//! Giving a place, the waiting or an invitation up, with a reason; a freed seat goes to the first who waits.
use super::{ask, door, rows};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, ClassId, MemberId, training::PlaceState};
use serde::{Deserialize, Serialize};

/// A place was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCancelled {
    /// The class.
    pub class: ClassId,
    /// Who left.
    pub member: MemberId,
    /// How they stood to the class before.
    pub was: PlaceState,
    /// Why, sealed; none where the person is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Sealed>,
    /// Who waited and has the place now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<MemberId>,
}

impl Event for PlaceCancelled {
    const ACT: &'static str = "place.cancel";
}

/// Cancels a place.
pub fn cancel(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    member: MemberId,
    reason: &str,
) -> Result<Done<PlaceCancelled>, Problem> {
    asking.officer.may(Act::ManagePlaces)?;
    if reason.trim().is_empty() {
        return Err(Problem::Invalid(vec![FieldError::new("reason", Code::Reason)]));
    }
    left(tx, house, asking, class, member, reason)
}

/// Gives one's own place up, or declines an invitation; a member need not say why.
pub fn cancel_own(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    reason: &str,
) -> Result<Done<PlaceCancelled>, Problem> {
    let member = asking.officer.resident.ok_or(Problem::Forbidden)?;
    left(tx, house, asking, class, member, reason)
}

fn left(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    member: MemberId,
    reason: &str,
) -> Result<Done<PlaceCancelled>, Problem> {
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    ask::fits(reason)?;
    let (seats, row) = door::both(tx, asking, class, member)?;
    door::announced(&seats)?;
    let was = rows::place(tx, class, member)?.map(|place| place.state);
    let was = was.filter(|was| was.may_be_left());
    let was = was.ok_or(Problem::Refused(Code::NotInClass))?;
    let moved_up = door::who_follows(tx, class, &seats, was)?;
    let reason = door::sealed(house, &row, reason);
    let event = PlaceCancelled { class, member, was, reason, moved_up };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of who left and of who follows.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PlaceCancelled) -> Result<(), Problem> {
    let reason = event.reason.as_ref().map(|sealed| sealed.0.as_slice());
    let (who, at) = ((event.class, event.member), stamp.position);
    rows::end(tx, who, PlaceState::Cancelled, reason, at)?;
    Ok(door::move_up(tx, event.class, &event.moved_up, at)?)
}
