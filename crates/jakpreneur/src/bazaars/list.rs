//! Bazaars in a list, by their first day. What is announced is for everybody; an officer's list is of their scope.
use super::{BazaarRow, rows};
use crate::{Problem, staff::Officer};
use db::{Tx, sql};
use rules::{BazaarId, Date, RegionCode};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// In this area alone, and those of a wider area around it.
    pub area: Option<RegionCode>,
    /// Still going on that day, or later.
    pub from: Option<Date>,
    /// Where the page before ended.
    pub after: Option<(Date, BazaarId)>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A page of a list, with the exact number of all.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The bazaars.
    pub items: Vec<BazaarRow>,
    /// What to ask the next page after.
    pub next: Option<(Date, BazaarId)>,
    /// How many there are over all pages.
    pub total: u64,
}

/// Before every day of a bazaar.
const FIRST: Date = jiff::civil::date(2000, 1, 1);

sql!(
    LIST = "
    select id, title, kind, agency, area, place, first_on, last_on, closes_on, tents, stands_a_tent, outsiders,
        window_months, ground, commitment, sealed_seed, position, changed_at_position, drawn_on, seed, call_off_reason
    from bazaar
    where agency between $1 and $2 and area between $3 and $4 and last_on >= $5
      and ($6 = '' or area like $7 || '%' or $8 like area || '%')
      and (first_on, id) > ($9, $10)
    order by first_on, id limit $11"
);
sql!(
    COUNT = "
    select count(*) from bazaar
    where agency between $1 and $2 and area between $3 and $4 and last_on >= $5
      and ($6 = '' or area like $7 || '%' or $8 like area || '%')"
);
/// A page of the bazaars that the asker's scope covers, the earliest first.
pub fn list(tx: &mut Tx<'_>, officer: &Officer, wanted: &Wanted) -> Result<Listed, Problem> {
    let b = officer.scope.bounds();
    let area = wanted.area.map(|area| area.to_string()).unwrap_or_default();
    let area = area.as_str();
    let from = wanted.from.unwrap_or(FIRST);
    let limit = wanted.limit.clamp(1, 200);
    let (on, id) = wanted.after.unwrap_or((FIRST, BazaarId(uuid::Uuid::nil())));
    let (low, high) = (b.agency_low.as_str(), b.agency_high.as_str());
    let (near, far) = (b.office_low.as_str(), b.office_high.as_str());
    let most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let found: Vec<rows::Row> =
        tx.all(LIST, (low, high, near, far, from, area, area, area, on, id, most))?;
    let more = found.len() > limit;
    let items: Vec<_> = found.into_iter().take(limit).map(rows::row).collect();
    let next = items.last().filter(|_| more).map(|last| (last.announced.first_on, last.id));
    let total: Option<(i64,)> = tx.maybe(COUNT, (low, high, near, far, from, area, area, area))?;
    Ok(Listed { items, next, total: total.map_or(0, |(total,)| total.unsigned_abs()) })
}
