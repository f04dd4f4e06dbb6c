//! Who stands how to which class: the rows out of which the numbers of training are counted.
use db::{Result, Tx, sql};
use rules::{ClassId, MemberId, PersonId, training::PlaceState};
use std::collections::HashMap;

/// How somebody stands to a class.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "numbers that never stand for one another")]
pub(super) struct One {
    pub member: MemberId,
    pub person: PersonId,
    /// The person's number among all that were read, from zero.
    pub number: u32,
    pub invited: bool,
    pub asked: bool,
    pub walked_in: bool,
    pub confirmed: bool,
    pub finished: bool,
    /// At how many sessions they were.
    pub attended: u16,
}

/// Gives every person a number, so that counting them needs no look-up.
#[derive(Debug, Default)]
pub(super) struct Numbering(HashMap<PersonId, u32>);

type Row = (MemberId, PersonId, Option<i64>, Option<i64>, i16, PlaceState, i64, i64);

sql!(
    STANDING = "
    select p.member_id, m.person_id, p.invited_at_position, p.asked_at_position, p.walk_in, p.state,
        (select count(*) from attendance a
         where a.shard = p.shard and a.class_id = p.class_id and a.member_id = p.member_id
           and a.mark = 'present'),
        (select count(*) from class_finisher f
         where f.shard = p.shard and f.class_id = p.class_id and f.member_id = p.member_id)
    from class_place p join member m on m.shard = p.shard and m.id = p.member_id
    where p.class_id = $1 order by p.member_id"
);

impl Numbering {
    /// How many persons have a number.
    pub fn persons(&self) -> usize {
        self.0.len()
    }

    /// Everybody who stands in some way to a class, by their records.
    pub fn standing_to(&mut self, tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<One>> {
        let rows: Vec<Row> = tx.all(STANDING, (class,))?;
        Ok(rows.into_iter().map(|row| self.one(row)).collect())
    }

    fn one(&mut self, row: Row) -> One {
        let (member, person, invited, asked, walk_in, state, attended, finished) = row;
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        One {
            member,
            person,
            number: *self.0.entry(person).or_insert(next),
            invited: invited.is_some(),
            asked: asked.is_some(),
            walked_in: walk_in == 1,
            confirmed: state == PlaceState::Confirmed,
            finished: finished > 0,
            attended: u16::try_from(attended).unwrap_or(u16::MAX),
        }
    }
}
