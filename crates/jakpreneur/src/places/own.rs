//! How a member stands to a class, and whether they may ask for a place in it themselves.
use super::{door, rows};
use crate::{Code, Problem, classes, people, staff::Officer};
use db::Tx;
use rules::{ClassId, Date, training::PlaceState};

/// What a member can expect of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chance {
    /// How they stand to it, under whatever record of theirs; none who never had to do with it.
    pub state: Option<PlaceState>,
    /// The place in the queue, from one, of who waits.
    pub queue: Option<u32>,
    /// Why they cannot ask for a place; none where they can.
    pub refused: Option<Code>,
    /// Whether they can give their place up, leave the queue or decline the invitation.
    pub may_leave: bool,
}

/// What the member who asks can expect of a class, by the rules that decide when they do.
pub fn chance(
    tx: &mut Tx<'_>,
    officer: &Officer,
    class: ClassId,
    today: Date,
) -> Result<Chance, Problem> {
    let member = officer.resident.ok_or(Problem::Forbidden)?;
    let seats = classes::seats(tx, officer, class)?;
    let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    let places = rows::of_person(tx, class, row.person)?;
    let live = places.iter().find(|place| place.state.is_live()).or(places.first());
    let waits = live.filter(|place| place.state == PlaceState::Waiting);
    let queue = waits.and_then(|place| place.asked_at_position);
    let own = rows::place(tx, class, member)?;
    let may_leave =
        door::announced(&seats).is_ok() && own.is_some_and(|place| place.state.may_be_left());
    let may = door::still_open(&seats, today)
        .and_then(|()| door::not_yet_in(tx, class, &row))
        .and_then(|()| door::is_for(&seats, &row, ""));
    let refused = match may {
        Ok(()) => None,
        Err(Problem::Refused(code)) => Some(code),
        Err(other) => return Err(other),
    };
    Ok(Chance {
        state: live.map(|place| place.state),
        queue: queue.map(|asked_at| rows::queue(tx, class, asked_at)).transpose()?,
        refused,
        may_leave,
    })
}
