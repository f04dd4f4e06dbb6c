//! A photo of a product: nothing but its pixels is kept, sealed until it is shown.
use super::{form, rows, told, whose, written};
use crate::{
    House, Problem,
    files::{self, CleanPicture, Kept, PictureLimits, Ready},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, ProductId, marketing::Described};
use serde::{Deserialize, Serialize};

/// What is kept of a product's photo: as wide as a phone shows it, since buyers pay for each byte.
pub const PRODUCT_PHOTO: PictureLimits = PictureLimits { kept_side: 720, ..PictureLimits::USUAL };

/// A photo was added to a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductPhotoAdded {
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// The photo, as the journal tells of it.
    pub file: Kept,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl Event for ProductPhotoAdded {
    const ACT: &'static str = "product.photo";
}

/// Adds a photo.
pub fn add_photo(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
    photo: &CleanPicture,
) -> Result<Done<ProductPhotoAdded>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::product(tx, asking, product)?;
    let photos = rows::photos(tx, product)?.len();
    let described = Described { published: of.published_at_position.is_some(), photos };
    described.may_add_photo().map_err(form::refused)?;
    let key = told::key(house, &row)?;
    let file = files::keep(tx, house, &key, row.id.shard(), &Ready::from(photo))?;
    let (width, height) = (photo.width, photo.height);
    let event = ProductPhotoAdded { product, member: row.id, file, width, height };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a photo; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ProductPhotoAdded) -> Result<(), Problem> {
    Ok(written::add_photo(tx, stamp, event)?)
}
