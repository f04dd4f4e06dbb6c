//! The products of a member as the member, or an officer within scope, reads them.
use super::{
    ListingRow, PhotoRow, ProductRow, rows,
    told::{self, Contact, Told, Where},
    whose,
};
use crate::{House, Problem, journal::Asking, people::MemberRow, staff::log_read};
use db::Tx;
use rules::{MemberId, ProductId};

/// A product with its photos and listings.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The product.
    pub row: ProductRow,
    /// Name and description; empty once the person is erased.
    pub told: Told,
    /// How buyers reach the seller; none where it is not shown.
    pub contact: Contact,
    /// Its photos.
    pub photos: Vec<PhotoRow>,
    /// Where it is sold, the oldest first, also what was taken back.
    pub listings: Vec<SeenListing>,
}

/// A listing with its address.
#[derive(Clone, Debug)]
pub struct SeenListing {
    /// The listing.
    pub row: ListingRow,
    /// The address; empty once the person is erased.
    pub address: String,
}

/// Every product of a member, the oldest first; an officer's look is logged.
pub fn of_member(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    member: MemberId,
) -> Result<Vec<Seen>, Problem> {
    whose::may_at_all(asking)?;
    let row = whose::member(tx, asking, member)?;
    log(tx, house, asking, "products.member", member)?;
    let all = rows::of_member(tx, member)?;
    all.into_iter().map(|it| seen(tx, house, &row, it)).collect()
}

/// One product; an officer's look is logged.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
) -> Result<Seen, Problem> {
    let (of, row) = whose::product(tx, asking, product)?;
    log(tx, house, asking, "products.open", row.id)?;
    seen(tx, house, &row, of)
}

/// A product the caller was let to see by its member, with what is told of it; empty once erased.
pub fn told_of(
    tx: &mut Tx<'_>,
    house: &House,
    of: &MemberRow,
    product: ProductId,
) -> Result<(ProductRow, Told), Problem> {
    let row = rows::product(tx, product)?.filter(|row| row.member == of.id);
    let row = row.ok_or(Problem::NotFound)?;
    let key = of.salt.map(|salt| house.seal.person_key(of.keyed_by, &salt));
    let told = told::open(key.as_ref(), row.id.0, &row.told).unwrap_or_default();
    Ok((row, told))
}

/// Whose product it is; whether the caller may see them is the next question.
pub fn owner(tx: &mut Tx<'_>, product: ProductId) -> Result<Option<MemberId>, Problem> {
    Ok(rows::product(tx, product)?.map(|row| row.member))
}

/// What a member does with their own is no look of somebody else's.
fn log(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    what: &str,
    member: MemberId,
) -> Result<(), Problem> {
    if asking.officer.resident.is_none() {
        log_read(tx, house.new_id(), asking.at, &asking.officer, what, Some(member.0), 1)?;
    }
    Ok(())
}

pub(super) fn seen(
    tx: &mut Tx<'_>,
    house: &House,
    of: &MemberRow,
    row: ProductRow,
) -> Result<Seen, Problem> {
    let key = of.salt.map(|salt| house.seal.person_key(of.keyed_by, &salt));
    let key = key.as_ref();
    let told: Option<Told> = told::open(key, row.id.0, &row.told);
    let contact = row.contact.as_ref().and_then(|sealed| told::open(key, row.id.0, sealed));
    let mut listings = Vec::new();
    for it in rows::listings(tx, row.id)? {
        let known: Option<Where> = told::open(key, it.id.0, &it.told);
        let address = known.map(|it| it.address).unwrap_or_default();
        listings.push(SeenListing { row: it, address });
    }
    Ok(Seen {
        told: told.unwrap_or_default(),
        contact: contact.unwrap_or_default(),
        photos: rows::photos(tx, row.id)?,
        listings,
        row,
    })
}
