//! Changing a product: name, description, category, price. Where it is in the catalogue, it changes there too.
use super::{ProductForm, told, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, ProductId, Rupiah, marketing::Category};
use serde::{Deserialize, Serialize};

/// A product was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductChanged {
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

impl Event for ProductChanged {
    const ACT: &'static str = "product.change";
}

/// Changes a product.
pub fn change(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
    form: &ProductForm,
) -> Result<Done<ProductChanged>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (_, row) = whose::product(tx, asking, product)?;
    let new = form.understand()?;
    let key = told::key(house, &row)?;
    let event = ProductChanged {
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

/// The row of a product that was changed.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductChanged) -> Result<(), Problem> {
    Ok(written::change(tx, stamp, event)?)
}
