//! Showing a product to everybody, with the seller's consent and the contact they chose.
use super::{form, rows, stage, told, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{ListingId, MemberId, ProductId, ServiceId, marketing::Described};
use serde::{Deserialize, Serialize};

/// A product was put into the catalogue, by consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductPublished {
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// How buyers reach the seller, sealed.
    pub contact: Sealed,
    /// Listings that count from now on, with the services they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<(ListingId, ServiceId)>,
}

impl Event for ProductPublished {
    const ACT: &'static str = "product.publish";
}

/// What the seller says to being shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// Whether they agree that everybody sees it.
    pub given: bool,
    /// `none`, `whatsapp` or `words`.
    pub by: String,
    /// The number, or the words.
    pub at: String,
}

/// Puts a product into the catalogue.
pub fn publish(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
    consent: &Consent,
) -> Result<Done<ProductPublished>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::product(tx, asking, product)?;
    let photos = rows::photos(tx, product)?.len();
    let described = Described { published: of.published_at_position.is_some(), photos };
    described.may_publish(consent.given).map_err(form::refused)?;
    let contact = form::contact(&consent.by, &consent.at)?;
    let key = told::key(house, &row)?;
    let event = ProductPublished {
        product,
        member: row.id,
        contact: told::seal(house, &key, product.0, &contact)?,
        services: stage::reached_by_publishing(tx, house, asking, &row, product)?,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a product in the catalogue, and of the listings that count since.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductPublished) -> Result<(), Problem> {
    for (listing, service) in &event.services {
        written::serve(tx, *listing, *service)?;
    }
    Ok(written::publish(tx, stamp, event)?)
}
