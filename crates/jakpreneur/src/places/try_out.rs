//! Trying a list of NIK out: what asking for each would say, with nothing recorded.
use super::{PlaceAsked, Wish, ask, door, list, of_nik, rows};
use crate::{
    Code, House, Problem,
    classes::{self, Seats},
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, ClassId, Date, PersonId, training::PlaceState};
use std::collections::HashSet;

/// What somebody who asks gets, or would get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// A place, or the waiting.
    pub state: PlaceState,
    /// The place in the queue, from one, of who waits.
    pub queue: Option<u32>,
}

impl Given {
    /// What was given by an act.
    pub fn of(asked: &PlaceAsked) -> Self {
        Self { state: asked.state, queue: asked.queue }
    }
}

/// What each NIK would get or be refused for, after those before it in the list.
pub fn try_out(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (class, today): (ClassId, Date),
    niks: &[String],
    wish: &Wish,
) -> Result<Vec<Result<Given, Code>>, Problem> {
    officer.may(Act::ManagePlaces)?;
    let seats = classes::seats(tx, officer, class)?;
    let (mut confirmed, mut waiting) = rows::taken(tx, class)?;
    let mut before = HashSet::new();
    let mut answered = Vec::with_capacity(niks.len());
    for nik in niks {
        let whose = whose(tx, house, officer, class, nik);
        let may = whose.and_then(|row| {
            would(tx, (class, &seats), &row, wish, today)?;
            is_new(&mut before, row.person)
        });
        let given = list::refusals(may)?.map(|()| {
            let (state, queue) = door::given((confirmed, waiting), seats.capacity);
            let count = if queue.is_none() { &mut confirmed } else { &mut waiting };
            *count += 1;
            Given { state, queue }
        });
        answered.push(given);
    }
    Ok(answered)
}

fn whose(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    nik: &str,
) -> Result<MemberRow, Problem> {
    let member = of_nik(tx, house, officer, class, nik)?;
    people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)
}

/// The rules that asking asks, in its order.
fn would(
    tx: &mut Tx<'_>,
    (class, seats): (ClassId, &Seats),
    row: &MemberRow,
    wish: &Wish,
    today: Date,
) -> Result<(), Problem> {
    ask::fits(&wish.reason)?;
    door::still_open(seats, today)?;
    door::not_yet_in(tx, class, row)?;
    door::is_for(seats, row, &wish.reason)
}

/// Refuses a person who stands further up in the list.
fn is_new(before: &mut HashSet<PersonId>, person: PersonId) -> Result<(), Problem> {
    if before.insert(person) { Ok(()) } else { Err(Problem::Refused(Code::AlreadyInClass)) }
}
