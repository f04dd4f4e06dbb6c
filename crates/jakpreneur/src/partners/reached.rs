//! Whom a partner reached, within somebody's scope: persons, each once.
use super::rows::PartnerRow;
use crate::{Problem, staff::Officer};
use db::{Tx, sql};
use rules::{Act, PersonId};
use std::collections::HashSet;

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

sql!(
    CLASSES = "
    select distinct m.person_id from partner_part p
        join attendance a on a.class_id = p.subject_id and a.mark = 'present'
        join member m on m.shard = a.shard and m.id = a.member_id
    where p.partner_id = $1 and p.kind = 'class' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    VISITS = "
    select distinct m.person_id from partner_part p
        join visit v on v.id = p.subject_id
        join member m on m.shard = v.shard and m.id = v.member_id
    where p.partner_id = $1 and p.kind = 'visit' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    TOOLS = "
    select distinct m.person_id from partner_part p
        join tool_grant g on g.id = p.subject_id and g.taken_back_at_position is null
        join member m on m.shard = g.shard and m.id = g.member_id
    where p.partner_id = $1 and p.kind = 'tools' and p.ended_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
sql!(
    LISTINGS = "
    select distinct m.person_id from product_listing l
        join member m on m.shard = l.shard and m.id = l.member_id
    where l.marketplace = $1 and l.checked_on is not null and l.voided_at_position is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
/// How many persons within the officer's scope a partner reached.
pub fn reached(
    tx: &mut Tx<'_>,
    officer: &Officer,
    partner: &PartnerRow,
) -> Result<Reached, Problem> {
    officer.may(Act::ReadFigures)?;
    let b = officer.scope.bounds();
    let mut all: HashSet<(PersonId,)> = HashSet::new();
    let mut counts = [0; 3];
    for (sql, count) in [CLASSES, VISITS, TOOLS].into_iter().zip(&mut counts) {
        let (agencies, offices) =
            ((&b.agency_low, &b.agency_high), (&b.office_low, &b.office_high));
        let asked = (
            partner.id,
            agencies.0.as_str(),
            agencies.1.as_str(),
            offices.0.as_str(),
            offices.1.as_str(),
        );
        let found: Vec<(PersonId,)> = tx.all(sql, asked)?;
        *count = many(found.len());
        all.extend(found);
    }
    let mut listings = 0;
    if let Some(marketplace) = partner.marketplace {
        let asked = (
            marketplace.word(),
            b.agency_low.as_str(),
            b.agency_high.as_str(),
            b.office_low.as_str(),
            b.office_high.as_str(),
        );
        let found: Vec<(PersonId,)> = tx.all(LISTINGS, asked)?;
        listings = many(found.len());
        all.extend(found);
    }
    let [classes, visits, tools] = counts;
    Ok(Reached { classes, visits, tools, listings, persons: many(all.len()) })
}

fn many(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
