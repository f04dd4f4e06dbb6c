//! The door of a class: who gets in, who moves up when a seat is free. One writer commits acts one after
//! the other, so what is counted here holds until the act's rows are written.
use super::rows;
use crate::{
    Code, House, Problem,
    classes::{self, Seats},
    journal::{Asking, Sealed},
    people::{self, MemberRow},
};
use db::{Position, Tx};
use rules::{
    ClassId, Date, MemberId,
    training::{ClassState, PlaceState, offered},
};

/// Who moves up where there are so many seats: the first who wait, as far as seats are free. None where
/// more people have a place than there would be seats.
pub fn who_moves_up(
    tx: &mut Tx<'_>,
    class: ClassId,
    capacity: u32,
) -> db::Result<Option<Vec<MemberId>>> {
    let (confirmed, _) = rows::taken(tx, class)?;
    let Some(free) = capacity.checked_sub(confirmed) else { return Ok(None) };
    rows::first_waiting(tx, class, free).map(Some)
}

/// Who moves up when somebody in this state leaves: the first who waits, where a seat is freed by it.
pub(super) fn who_follows(
    tx: &mut Tx<'_>,
    class: ClassId,
    seats: &Seats,
    leaving: PlaceState,
) -> db::Result<Vec<MemberId>> {
    if leaving != PlaceState::Confirmed || seats.state != ClassState::Announced {
        return Ok(Vec::new());
    }
    let (confirmed, _) = rows::taken(tx, class)?;
    let free = (seats.capacity + 1).saturating_sub(confirmed);
    rows::first_waiting(tx, class, free)
}

/// Gives places to those who move up, in their order.
pub fn move_up(tx: &mut Tx<'_>, class: ClassId, them: &[MemberId], at: Position) -> db::Result<()> {
    them.iter().try_for_each(|member| rows::confirm(tx, class, *member, at))
}

/// What the next who asks gets: a place, or the number of people up to and including them who wait.
pub(super) fn next(
    tx: &mut Tx<'_>,
    class: ClassId,
    capacity: u32,
) -> db::Result<(PlaceState, Option<u32>)> {
    Ok(given(rows::taken(tx, class)?, capacity))
}

/// The same, where so many have a place and so many wait.
pub(super) fn given((confirmed, waiting): (u32, u32), capacity: u32) -> (PlaceState, Option<u32>) {
    let free = confirmed < capacity && waiting == 0;
    if free { (PlaceState::Confirmed, None) } else { (PlaceState::Waiting, Some(waiting + 1)) }
}

/// Refuses where places are no longer given.
pub(super) fn still_open(seats: &Seats, today: Date) -> Result<(), Problem> {
    announced(seats)?;
    if today > seats.closes_on { Err(Problem::Refused(Code::RegistrationClosed)) } else { Ok(()) }
}

/// Refuses where the class is over.
pub(super) fn announced(seats: &Seats) -> Result<(), Problem> {
    match seats.state {
        ClassState::Announced => Ok(()),
        ClassState::Finished | ClassState::CalledOff => Err(Problem::Refused(Code::ClassOver)),
    }
}

/// Refuses who is in the class or waits for it, under whatever record of theirs.
pub(super) fn not_yet_in(tx: &mut Tx<'_>, class: ClassId, row: &MemberRow) -> Result<(), Problem> {
    let live =
        rows::of_person(tx, class, row.person)?.into_iter().any(|place| place.state.is_live());
    if live { Err(Problem::Refused(Code::AlreadyInClass)) } else { Ok(()) }
}

/// Refuses who the class is not for, unless the officer says why (BR-10).
pub(super) fn is_for(seats: &Seats, row: &MemberRow, reason: &str) -> Result<(), Problem> {
    let overruled = !reason.trim().is_empty();
    match offered(seats.kind, row.track) {
        Ok(()) => Ok(()),
        Err(_) if overruled => Ok(()),
        Err(_) => Err(Problem::Refused(Code::EstablishedInBasicClass)),
    }
}

/// A reason as it is kept: sealed with the person's key; nothing where none is given, or the person is
/// erased.
pub(super) fn sealed(house: &House, row: &MemberRow, reason: &str) -> Option<Sealed> {
    let reason = Some(reason.trim()).filter(|reason| !reason.is_empty())?;
    let key = house.seal.person_key(row.keyed_by, row.salt.as_ref()?);
    Some(Sealed(key.seal(house.bytes(), row.id.0.as_bytes(), reason.as_bytes())))
}

/// A member within the officer's scope, and the class the officer sees.
pub(super) fn both(
    tx: &mut Tx<'_>,
    asking: &Asking,
    class: ClassId,
    member: MemberId,
) -> Result<(Seats, MemberRow), Problem> {
    let seats = classes::seats(tx, &asking.officer, class)?;
    let row = people::record(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    Ok((seats, row))
}
