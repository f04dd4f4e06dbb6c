//! The support of people within scope, the newest record first.
use super::{SupportRow, Told, figures::Span, rows};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::{Officer, Scope},
};
use db::{Position, Result, Tx, sql};
use rules::Act;

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which days, agency and kind.
    pub span: Span,
    /// The position that the page before ended at.
    pub after: Option<Position>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A support in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The support.
    pub row: SupportRow,
    /// What exactly; empty once the person is erased.
    pub told: Told,
    /// Who got it.
    pub member: Brief,
}

/// A page of the support within scope that was not taken back, and what to ask the next page after.
pub fn list(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: &Wanted,
) -> std::result::Result<(Vec<Listed>, Option<Position>), Problem> {
    officer.may(Act::SearchMembers)?;
    let limit = wanted.limit.clamp(1, 200);
    let mut found = newest(tx, &officer.scope, wanted, limit + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.position);
    let mut listed = Vec::with_capacity(found.len());
    for row in found {
        let Some(member) = people::record(tx, &officer.scope, row.member)? else { continue };
        let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
        let told = key.and_then(|key| Told::open(&key, row.id, &row.details)).unwrap_or_default();
        let brief = people::briefs(house, vec![member]).pop();
        listed.extend(brief.map(|member| Listed { row, told, member }));
    }
    Ok((listed, next))
}

sql!(
    NEWEST = "
    select s.id, s.member_id, s.kind, s.agency, s.given_on, s.value_rp, s.details, s.position, s.recorded_at,
        s.recorded_by, s.voided_at_position, s.void_reason
    from support s join member m on m.shard = s.shard and m.id = s.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and s.voided_at_position is null
      and s.given_on between $5 and $6 and ($7 = '' or s.agency = $7) and ($8 = '' or s.kind = $8)
      and s.position < $9
    order by s.position desc limit $10"
);
fn newest(
    tx: &mut Tx<'_>,
    scope: &Scope,
    wanted: &Wanted,
    limit: usize,
) -> Result<Vec<SupportRow>> {
    let (b, asked) = (scope.bounds(), wanted.span.asked());
    let before = wanted.after.unwrap_or(i64::MAX);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let params = (
        b.agency_low,
        b.agency_high,
        b.office_low,
        b.office_high,
        asked.from,
        asked.to,
        asked.agency,
        asked.kind,
        before,
        limit,
    );
    Ok(tx.all::<rows::Row>(NEWEST, params)?.into_iter().map(rows::row).collect())
}
