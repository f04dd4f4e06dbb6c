//! What everybody may see of products: those in the catalogue, and of those what their sellers agreed to.
use super::{
    PhotoRow, ProductRow, rows, see,
    told::{Contact, Told},
    whose,
};
use crate::{
    House, Problem, files,
    journal::Asking,
    people::{self, MemberRow},
};
use db::Tx;
use rules::{FileId, MemberId, ProductId, RegionCode, marketing::Marketplace};

/// A product in the catalogue.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The product.
    pub row: ProductRow,
    /// Name and description.
    pub told: Told,
    /// How buyers reach the seller.
    pub contact: Contact,
    /// Its photos.
    pub photos: Vec<PhotoRow>,
    /// Where an officer saw it sold, while it is there.
    pub sold_at: Vec<(Marketplace, String)>,
    /// Whose it is; nothing of it is shown.
    pub member: MemberId,
    /// The kecamatan that is responsible for the seller.
    pub kecamatan: RegionCode,
}

/// Everything in the catalogue, the newest first. Whoever was erased is not there.
pub fn shown(tx: &mut Tx<'_>, house: &House) -> Result<Vec<Shown>, Problem> {
    let mut all = Vec::new();
    for row in rows::published(tx)? {
        let Some(of) = people::own_record(tx, row.member)?.filter(|it| it.salt.is_some()) else {
            continue;
        };
        let seen = see::seen(tx, house, &of, row)?;
        let there = seen.listings.into_iter().filter(|it| {
            it.row.stands() && it.row.gone_on.is_none() && it.row.checked_on.is_some()
        });
        all.push(Shown {
            told: seen.told,
            contact: seen.contact,
            photos: seen.photos,
            sold_at: there.map(|it| (it.row.marketplace, it.address)).collect(),
            member: of.id,
            kecamatan: of.office,
            row: seen.row,
        });
    }
    Ok(all)
}

/// A photo of a product in the catalogue; of any other it is not found.
pub fn public_photo(
    tx: &mut Tx<'_>,
    house: &House,
    product: ProductId,
    file: FileId,
) -> Result<Vec<u8>, Problem> {
    let row = rows::product(tx, product)?.filter(|it| it.published_at_position.is_some());
    let row = row.ok_or(Problem::NotFound)?;
    let of = people::own_record(tx, row.member)?.ok_or(Problem::NotFound)?;
    opened(tx, house, (product, file), &of)
}

/// A photo of a product, for whoever looks after it.
pub fn own_photo(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
    file: FileId,
) -> Result<Vec<u8>, Problem> {
    let (_, of) = whose::product(tx, asking, product)?;
    opened(tx, house, (product, file), &of)
}

fn opened(
    tx: &mut Tx<'_>,
    house: &House,
    (product, file): (ProductId, FileId),
    of: &MemberRow,
) -> Result<Vec<u8>, Problem> {
    let known = rows::photos(tx, product)?.iter().any(|it| it.file == file);
    let salt = of.salt.filter(|_| known).ok_or(Problem::NotFound)?;
    let key = house.seal.person_key(of.keyed_by, &salt);
    files::open(tx, &key, file)?.ok_or(Problem::NotFound)
}
