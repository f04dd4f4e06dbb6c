//! The products of members within scope, the newest first.
use super::{
    ProductRow, rows,
    told::{self, Told},
};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::{Officer, Scope},
};
use db::{Position, Result, Tx, sql};
use rules::{Act, marketing::Category};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of this category alone.
    pub category: Option<Category>,
    /// Those in the catalogue alone, or those that are not.
    pub published: Option<bool>,
    /// The position that the page before ended at.
    pub after: Option<Position>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A product in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The product.
    pub row: ProductRow,
    /// Name and description; empty once the person is erased.
    pub told: Told,
    /// Whose it is, masked.
    pub member: Brief,
}

/// A page of the products within scope, and what to ask the next page after.
pub fn list(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: &Wanted,
) -> std::result::Result<(Vec<Listed>, Option<Position>), Problem> {
    officer.may(Act::ManageProducts)?;
    let limit = wanted.limit.clamp(1, 200);
    let mut found = newest(tx, &officer.scope, wanted, limit + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.position);
    let mut listed = Vec::with_capacity(found.len());
    for row in found {
        let Some(member) = people::record(tx, &officer.scope, row.member)? else { continue };
        let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
        let told = told::open(key.as_ref(), row.id.0, &row.told).unwrap_or_default();
        let brief = people::briefs(house, vec![member]).pop();
        listed.extend(brief.map(|member| Listed { row, told, member }));
    }
    Ok((listed, next))
}

sql!(
    NEWEST = "
    select p.id, p.member_id, p.category, p.price_rp, p.told, p.position, p.recorded_by, p.published_at_position,
        p.published_at, p.contact
    from product p join member m on m.shard = p.shard and m.id = p.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4
      and ($5 = '' or p.category = $5) and p.position < $6
      and ($7 = '' or (case when p.published_at_position is null then 'no' else 'yes' end) = $7)
    order by p.position desc limit $8"
);
fn newest(
    tx: &mut Tx<'_>,
    scope: &Scope,
    wanted: &Wanted,
    limit: usize,
) -> Result<Vec<ProductRow>> {
    let b = scope.bounds();
    let published = match wanted.published {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let params = (
        b.agency_low,
        b.agency_high,
        b.office_low,
        b.office_high,
        wanted.category.map_or("", Category::word),
        wanted.after.unwrap_or(i64::MAX),
        published,
        i64::try_from(limit).unwrap_or(i64::MAX),
    );
    tx.all::<rows::Row>(NEWEST, params)?.into_iter().map(rows::row).collect()
}
