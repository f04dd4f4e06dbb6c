//! Whose record a member was when: what links said, for counting at start as it was counted then.
use super::position_of;
use crate::Problem;
use db::{Position, Tx, sql};
use figures::{Broken, Link};
use rules::{MemberId, PersonId};
use std::collections::HashMap;

/// Records that were ever linked are few; of all others the first of each person is enough.
#[derive(Default)]
pub(super) struct Linked {
    links: Vec<Row>,
    /// For each record ever linked, where and to which person.
    moves: HashMap<MemberId, Vec<(Position, PersonId)>>,
    /// The first record of each person that was never linked elsewhere.
    first: HashMap<PersonId, Position>,
    /// By person the records that were linked: registered where, theirs from and until.
    guests: HashMap<PersonId, Vec<Stay>>,
}

struct Stay {
    record: Position,
    from: Position,
    until: Position,
}

type Row = (MemberId, i64, PersonId, Option<MemberId>);

sql!(
    LINKS = "
    select member_id, position, person_id, other_id from identity_link
    where basis in ('same', 'split') order by position"
);

impl Linked {
    /// Reads every link.
    pub fn look(tx: &mut Tx<'_>) -> Result<Self, Problem> {
        let links: Vec<Row> = tx.all(LINKS, ())?;
        let mut moves: HashMap<MemberId, Vec<(Position, PersonId)>> = HashMap::new();
        for (member, position, person, _) in &links {
            moves.entry(*member).or_default().push((*position, *person));
        }
        Ok(Self { links, moves, ..Self::default() })
    }

    /// Another record of the person for whom a member was registered, as it was then. Members come in
    /// the order of their positions.
    pub fn same_person_as(
        &mut self,
        member: MemberId,
        person: PersonId,
        position: Position,
    ) -> Option<Position> {
        let guest = || {
            let stays = self.guests.get(&person)?;
            let there = stays.iter().find(|stay| stay.from < position && position < stay.until);
            there.map(|stay| stay.record)
        };
        let earlier = self.first.get(&person).copied().or_else(guest);
        match self.moves.get(&member) {
            None => {
                self.first.entry(person).or_insert(position);
            }
            Some(moves) => {
                let began = std::iter::once((position, person)).chain(moves.iter().copied());
                let ends = moves.iter().map(|(at, _)| *at).chain([Position::MAX]);
                for ((from, person), until) in began.zip(ends) {
                    let stay = Stay { record: position, from, until };
                    self.guests.entry(person).or_default().push(stay);
                }
            }
        }
        earlier
    }

    /// The links as counted.
    pub fn facts(&self, at: &HashMap<MemberId, Position>) -> Result<Vec<Link>, Broken> {
        let position = |member: &MemberId| position_of(at.get(member).copied().unwrap_or_default());
        let link = |(member, at, _, other): &Row| {
            Ok(Link {
                position: position_of(*at)?,
                member: position(member)?,
                with: other.as_ref().map(position).transpose()?,
            })
        };
        self.links.iter().map(link).collect()
    }
}
