//! Whom a partner reached, within somebody's scope: how many persons, and who they are.
use super::rows::{self, PartnerRow};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::Officer,
};
use db::{Position, Tx, sql};
use rules::{Act, MemberId, PartnerId, PersonId};
use std::collections::BTreeMap;

/// How many persons a partner reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Present at a session of a class that it took part in.
    pub classes: u64,
    /// Visited with it.
    pub visits: u64,
    /// Given tools with it, and not taken back.
    pub tools: u64,
    /// Seen by an officer to sell at its marketplace.
    pub listings: u64,
    /// By any of these, each person once.
    pub persons: u64,
}

/// Each person once, with the first record by which they were reached.
type Persons = BTreeMap<PersonId, (Position, MemberId)>;

sql!(
    CLASSES = "
    select distinct m.person_id, m.position, m.id from partner_part p
        join attendance a on a.class_id = p.subject_id and a.mark = 'present'
        join member m on m.shard = a.shard and m.id = a.member_id
    where p.partner_id = $1 and p.kind = 'class' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    VISITS = "
    select distinct m.person_id, m.position, m.id from partner_part p
        join visit v on v.id = p.subject_id
        join member m on m.shard = v.shard and m.id = v.member_id
    where p.partner_id = $1 and p.kind = 'visit' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    TOOLS = "
    select distinct m.person_id, m.position, m.id from partner_part p
        join tool_grant g on g.id = p.subject_id and g.taken_back_at_position is null
        join member m on m.shard = g.shard and m.id = g.member_id
    where p.partner_id = $1 and p.kind = 'tools' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    LISTINGS = "
    select distinct m.person_id, m.position, m.id from partner p
        join product_listing l on l.marketplace = p.marketplace
        join member m on m.shard = l.shard and m.id = l.member_id
    where p.id = $1 and l.checked_on is not null and l.voided_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
/// The persons within scope by each way: classes, visits, tools, listings.
fn persons(
    tx: &mut Tx<'_>,
    officer: &Officer,
    partner: PartnerId,
) -> Result<[Persons; 4], Problem> {
    let b = officer.scope.bounds();
    let mut all = [const { Persons::new() }; 4];
    for (sql, by) in [CLASSES, VISITS, TOOLS, LISTINGS].into_iter().zip(&mut all) {
        let (low, high) = (b.agency_low.as_str(), b.agency_high.as_str());
        let asked = (partner, low, high, b.office_low.as_str(), b.office_high.as_str());
        for (person, position, member) in tx.all(sql, asked)? {
            add(by, person, (position, member));
        }
    }
    Ok(all)
}

fn add(to: &mut Persons, person: PersonId, record: (Position, MemberId)) {
    let first = to.entry(person).or_insert(record);
    *first = record.min(*first);
}

fn together(all: &[Persons]) -> Persons {
    let mut together = Persons::new();
    for (person, record) in all.iter().flatten() {
        add(&mut together, *person, *record);
    }
    together
}

/// How many persons within the officer's scope a partner reached.
pub fn reached(
    tx: &mut Tx<'_>,
    officer: &Officer,
    partner: &PartnerRow,
) -> Result<Reached, Problem> {
    officer.may(Act::ReadFigures)?;
    let all = persons(tx, officer, partner.id)?;
    let persons = many(together(&all).len());
    let [classes, visits, tools, listings] = all.map(|by| many(by.len()));
    Ok(Reached { classes, visits, tools, listings, persons })
}

fn many(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The people behind the number, in the order of their records: how many, a page, where the next begins.
pub fn people(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    partner: PartnerId,
    (after, limit): (Option<Position>, usize),
) -> Result<(u64, Vec<Brief>, Option<Position>), Problem> {
    officer.may(Act::SearchMembers)?;
    rows::partner(tx, partner)?.ok_or(Problem::NotFound)?;
    let mut records: Vec<(Position, MemberId)> =
        together(&persons(tx, officer, partner)?).into_values().collect();
    records.sort_unstable();
    let total = many(records.len());
    records.retain(|(position, _)| after.is_none_or(|after| *position > after));
    let limit = limit.clamp(1, 200);
    let more = records.len() > limit;
    records.truncate(limit);
    let next = records.last().filter(|_| more).map(|(position, _)| *position);
    let mut found = Vec::with_capacity(records.len());
    for (_, member) in records {
        found.extend(people::record(tx, &officer.scope, member)?);
    }
    Ok((total, people::briefs(house, found), next))
}
