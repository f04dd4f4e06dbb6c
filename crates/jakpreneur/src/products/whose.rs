//! Whose product it is, and whether who asks may touch it: the member, or an officer for a member within scope.
use super::rows::{self, ListingRow, ProductRow};
use crate::{
    Problem,
    journal::Asking,
    people::{self, MemberRow},
};
use db::Tx;
use rules::{Act, ListingId, MemberId, ProductId};

/// The record of a member who acts for themselves, or for whom an officer acts.
pub(super) fn member(
    tx: &mut Tx<'_>,
    asking: &Asking,
    member: MemberId,
) -> Result<MemberRow, Problem> {
    let officer = &asking.officer;
    let found = match officer.resident {
        Some(own) if own == member => people::own_record(tx, member)?,
        Some(_) => None,
        None => {
            officer.may(Act::ManageProducts)?;
            people::record(tx, &officer.scope, member)?
        }
    };
    found.ok_or(Problem::NotFound)
}

/// A product with the member it is of: their own, or within the officer's scope.
pub fn product(
    tx: &mut Tx<'_>,
    asking: &Asking,
    id: ProductId,
) -> Result<(ProductRow, MemberRow), Problem> {
    may_at_all(asking)?;
    let row = rows::product(tx, id)?.ok_or(Problem::NotFound)?;
    let of = member(tx, asking, row.member)?;
    Ok((row, of))
}

/// A listing with the member it is of.
pub(super) fn listing(
    tx: &mut Tx<'_>,
    asking: &Asking,
    id: ListingId,
) -> Result<(ListingRow, MemberRow), Problem> {
    may_at_all(asking)?;
    let row = rows::listing(tx, id)?.ok_or(Problem::NotFound)?;
    let of = member(tx, asking, row.member)?;
    Ok((row, of))
}

/// Whoever may touch no product hears so before anything is looked for.
pub(super) fn may_at_all(asking: &Asking) -> Result<(), Problem> {
    if asking.officer.resident.is_some() {
        return Ok(());
    }
    asking.officer.may(Act::ManageProducts)
}
