//! Taking a product off the catalogue: at once, whenever the seller likes.
use super::{form, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, ProductId, marketing::Described};
use serde::{Deserialize, Serialize};

/// A product was taken off the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductTakenOff {
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
}

impl Event for ProductTakenOff {
    const ACT: &'static str = "product.take_off";
}

/// Takes a product off; what was chosen as contact is forgotten.
pub fn take_off(
    tx: &mut Change<'_>,
    _: &House,
    asking: &Asking,
    product: ProductId,
) -> Result<Done<ProductTakenOff>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::product(tx, asking, product)?;
    let described = Described { published: of.published_at_position.is_some(), photos: 0 };
    described.may_take_off().map_err(form::refused)?;
    let event = ProductTakenOff { product, member: row.id };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a product that is in the catalogue no more.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductTakenOff) -> Result<(), Problem> {
    Ok(written::take_off(tx, stamp, event)?)
}
