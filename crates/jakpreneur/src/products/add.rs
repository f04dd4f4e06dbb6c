//! Keeping a product of a member.
use super::{ProductForm, told, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, ProductId, Rupiah, marketing::Category};
use serde::{Deserialize, Serialize};

/// A product is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductAdded {
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// What sort of thing.
    pub category: Category,
    /// Whole rupiah.
    pub price: Rupiah,
    /// Name and description, sealed.
    pub told: Sealed,
}

impl Event for ProductAdded {
    const ACT: &'static str = "product.add";
}

/// Keeps a product of the member who asks, or of one within the officer's scope. Nobody else sees it yet.
pub fn add(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    form: &ProductForm,
) -> Result<Done<ProductAdded>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = whose::member(tx, asking, of)?;
    let new = form.understand()?;
    let product = ProductId(house.new_sharded(row.id.shard()));
    let key = told::key(house, &row)?;
    let event = ProductAdded {
        product,
        member: row.id,
        category: new.category,
        price: new.price,
        told: told::seal(house, &key, product.0, &new.told)?,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a product.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductAdded) -> Result<(), Problem> {
    Ok(written::add(tx, stamp, event)?)
}
