//! Writing the rows of products.
use super::{
    ListingChecked, ListingTold, ListingVoided, ProductAdded, ProductChanged, ProductPhotoAdded,
    ProductPublished, ProductTakenOff,
};
use crate::journal::Stamp;
use db::{Position, Result, Tx, sql};
use rules::{ListingId, ProductId, ServiceId};

sql!(
    ADD = "
    insert into product (shard, id, member_id, category, price_rp, told, position, recorded_at, recorded_by,
        changed_at_position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
);
/// A product.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductAdded) -> Result<()> {
    let row = (
        event.product.shard(),
        event.product,
        event.member,
        event.category.word(),
        event.price.0,
        event.told.0.as_slice(),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
        stamp.position,
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    CHANGE = "
    update product set category = $1, price_rp = $2, told = $3, changed_at_position = $4
    where shard = $5 and id = $6"
);
/// A product that was changed.
pub(super) fn change(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductChanged) -> Result<()> {
    let (product, told) = (event.product, event.told.0.as_slice());
    let (category, price) = (event.category.word(), event.price.0);
    tx.run(CHANGE, (category, price, told, stamp.position, product.shard(), product)).map(drop)
}

sql!(
    PUBLISH = "
    update product set published_at_position = $1, published_at = $2, contact = $3, changed_at_position = $4
    where shard = $5 and id = $6"
);
/// A product that is in the catalogue.
pub(super) fn publish(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductPublished) -> Result<()> {
    let (product, contact) = (event.product, event.contact.0.as_slice());
    let at = stamp.position;
    tx.run(PUBLISH, (at, stamp.at, contact, at, product.shard(), product)).map(drop)
}

sql!(
    TAKE_OFF = "
    update product set published_at_position = null, published_at = null, contact = null, changed_at_position = $1
    where shard = $2 and id = $3"
);
/// A product that is in the catalogue no more.
pub(super) fn take_off(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductTakenOff) -> Result<()> {
    let product = event.product;
    tx.run(TAKE_OFF, (stamp.position, product.shard(), product)).map(drop)
}

sql!(
    ADD_PHOTO = "
    insert into product_photo (shard, product_id, file_id, media, size, width, height, digest, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A photo of a product.
pub(super) fn add_photo(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductPhotoAdded) -> Result<()> {
    let (product, file) = (event.product, &event.file);
    let row = (
        product.shard(),
        product,
        file.file,
        file.media.as_str(),
        file.size,
        i64::from(event.width),
        i64::from(event.height),
        file.digest.0.as_slice(),
        stamp.position,
    );
    tx.run(ADD_PHOTO, row)?;
    touch(tx, stamp.position, product)
}

sql!(TOUCH = "update product set changed_at_position = $1 where shard = $2 and id = $3");
/// Whoever holds the catalogue in memory reads it anew.
fn touch(tx: &mut Tx<'_>, position: Position, product: ProductId) -> Result<()> {
    tx.run(TOUCH, (position, product.shard(), product)).map(drop)
}

sql!(
    LIST_AT = "
    insert into product_listing (shard, id, product_id, member_id, marketplace, listed_on, told, position,
        recorded_at, recorded_by, checked_on, service_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
);
/// A listing.
pub(super) fn list_at(tx: &mut Tx<'_>, stamp: &Stamp, event: &ListingTold) -> Result<()> {
    let row = (
        event.listing.shard(),
        event.listing,
        event.product,
        event.member,
        event.marketplace.word(),
        event.listed_on,
        event.told.0.as_slice(),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
        event.checked_on,
        event.service,
    );
    tx.run(LIST_AT, row).map(drop)
}

sql!(SEEN = "update product_listing set checked_on = $1 where shard = $2 and id = $3");
sql!(GONE = "update product_listing set gone_on = $1 where shard = $2 and id = $3");
/// A listing that was looked at.
pub(super) fn check(tx: &mut Tx<'_>, event: &ListingChecked) -> Result<()> {
    let said = if event.there { SEEN } else { GONE };
    tx.run(said, (event.on, event.listing.shard(), event.listing)).map(drop)
}

sql!(SERVE = "update product_listing set service_id = $1 where shard = $2 and id = $3");
/// The service a listing is.
pub(super) fn serve(tx: &mut Tx<'_>, listing: ListingId, service: ServiceId) -> Result<()> {
    tx.run(SERVE, (service, listing.shard(), listing)).map(drop)
}

sql!(
    VOID = "
    update product_listing set voided_at_position = $1, void_reason = $2 where shard = $3 and id = $4"
);
/// A listing that never was.
pub(super) fn void(tx: &mut Tx<'_>, stamp: &Stamp, event: &ListingVoided) -> Result<()> {
    let (listing, reason) = (event.listing, event.reason.0.as_slice());
    tx.run(VOID, (stamp.position, reason, listing.shard(), listing)).map(drop)
}
