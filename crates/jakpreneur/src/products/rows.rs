//! The rows behind products, read.
use db::{Error, Position, Result, Tx, sql};
use rules::{
    Date, FileId, Instant, ListingId, MemberId, ProductId, Rupiah, ServiceId,
    marketing::{Category, Marketplace},
};

/// A product as kept.
#[derive(Clone, Debug)]
pub struct ProductRow {
    /// The product.
    pub id: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// What sort of thing.
    pub category: Category,
    /// Whole rupiah.
    pub price: Rupiah,
    /// Name and description, sealed.
    pub told: Vec<u8>,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// By whom.
    pub recorded_by: String,
    /// Where it came into the catalogue; none where it is not there.
    pub published_at_position: Option<Position>,
    /// When.
    pub published_at: Option<Instant>,
    /// How buyers reach the seller, sealed.
    pub contact: Option<Vec<u8>>,
}

/// A photo of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoRow {
    /// The file.
    pub file: FileId,
    /// Its width in pixels.
    pub width: i64,
    /// Its height in pixels.
    pub height: i64,
    /// Its size in bytes.
    pub size: i64,
}

/// A listing as kept.
#[derive(Clone, Debug)]
pub struct ListingRow {
    /// The listing.
    pub id: ListingId,
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// Where.
    pub marketplace: Marketplace,
    /// Since when.
    pub listed_on: Date,
    /// The address, sealed.
    pub told: Vec<u8>,
    /// By whom it was told.
    pub recorded_by: String,
    /// The last day an officer saw it there.
    pub checked_on: Option<Date>,
    /// The day it was found gone.
    pub gone_on: Option<Date>,
    /// The marketing service it is.
    pub service: Option<ServiceId>,
    /// Where it was taken back, because it never was.
    pub voided_at_position: Option<Position>,
}

impl ListingRow {
    /// Whether it was not taken back.
    pub const fn stands(&self) -> bool {
        self.voided_at_position.is_none()
    }
}

pub(super) type Row = (
    ProductId,
    MemberId,
    String,
    i64,
    Vec<u8>,
    Position,
    String,
    Option<Position>,
    Option<Instant>,
    Option<Vec<u8>>,
);

pub(super) fn row(row: Row) -> Result<ProductRow> {
    let category = Category::of_word(&row.2).ok_or(Error::Unreadable(2, row.2))?;
    Ok(ProductRow {
        id: row.0,
        member: row.1,
        category,
        price: Rupiah(row.3),
        told: row.4,
        position: row.5,
        recorded_by: row.6,
        published_at_position: row.7,
        published_at: row.8,
        contact: row.9,
    })
}

sql!(
    PRODUCT = "
    select id, member_id, category, price_rp, told, position, recorded_by, published_at_position, published_at,
        contact
    from product where shard = $1 and id = $2"
);
/// A product; the caller looks for its member within a scope next.
pub(super) fn product(tx: &mut Tx<'_>, id: ProductId) -> Result<Option<ProductRow>> {
    tx.maybe::<Row>(PRODUCT, (id.shard(), id))?.map(row).transpose()
}

sql!(
    OF_MEMBER = "
    select id, member_id, category, price_rp, told, position, recorded_by, published_at_position, published_at,
        contact
    from product where shard = $1 and member_id = $2 order by position"
);
/// Every product of a member, the oldest first.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<ProductRow>> {
    tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect()
}

sql!(
    PUBLISHED = "
    select id, member_id, category, price_rp, told, position, recorded_by, published_at_position, published_at,
        contact
    from product where published_at_position is not null order by published_at_position desc"
);
/// Every product in the catalogue, the newest first: what is searched is held in memory.
pub(super) fn published(tx: &mut Tx<'_>) -> Result<Vec<ProductRow>> {
    tx.all::<Row>(PUBLISHED, ())?.into_iter().map(row).collect()
}

sql!(
    PHOTOS = "
    select file_id, width, height, size from product_photo
    where shard = $1 and product_id = $2 order by position"
);
/// The photos of a product, the oldest first.
pub(super) fn photos(tx: &mut Tx<'_>, product: ProductId) -> Result<Vec<PhotoRow>> {
    let row = |(file, width, height, size)| PhotoRow { file, width, height, size };
    Ok(tx.all(PHOTOS, (product.shard(), product))?.into_iter().map(row).collect())
}

sql!(LAST_CHANGE = "select max(changed_at_position) from product");
/// Where in the journal a product changed last.
pub fn last_change(tx: &mut Tx<'_>) -> Result<Option<Position>> {
    let found: Option<(Option<Position>,)> = tx.maybe(LAST_CHANGE, ())?;
    Ok(found.and_then(|(position,)| position))
}

type Told = (
    ListingId,
    ProductId,
    MemberId,
    String,
    Date,
    Vec<u8>,
    String,
    Option<Date>,
    Option<Date>,
    Option<ServiceId>,
    Option<Position>,
);

fn told(row: Told) -> Result<ListingRow> {
    let marketplace = Marketplace::of_word(&row.3).ok_or(Error::Unreadable(3, row.3))?;
    Ok(ListingRow {
        id: row.0,
        product: row.1,
        member: row.2,
        marketplace,
        listed_on: row.4,
        told: row.5,
        recorded_by: row.6,
        checked_on: row.7,
        gone_on: row.8,
        service: row.9,
        voided_at_position: row.10,
    })
}

sql!(
    LISTING = "
    select id, product_id, member_id, marketplace, listed_on, told, recorded_by, checked_on, gone_on, service_id,
        voided_at_position
    from product_listing where shard = $1 and id = $2"
);
/// A listing; the caller looks for its member within a scope next.
pub(super) fn listing(tx: &mut Tx<'_>, id: ListingId) -> Result<Option<ListingRow>> {
    tx.maybe::<Told>(LISTING, (id.shard(), id))?.map(told).transpose()
}

sql!(
    LISTINGS = "
    select id, product_id, member_id, marketplace, listed_on, told, recorded_by, checked_on, gone_on, service_id,
        voided_at_position
    from product_listing where shard = $1 and product_id = $2 order by position"
);
/// Every listing of a product, the oldest first, also those taken back.
pub(super) fn listings(tx: &mut Tx<'_>, product: ProductId) -> Result<Vec<ListingRow>> {
    tx.all::<Told>(LISTINGS, (product.shard(), product))?.into_iter().map(told).collect()
}
