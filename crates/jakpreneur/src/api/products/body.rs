//! Products as programs send and read them.
use crate::{
    Code, FieldError, Problem,
    products::{Consent, Contact, ListingForm, ProductForm, ProductRow, Seen, SeenListing, Told},
};
use rules::MemberId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A product of a member.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductBody {
    /// The member record it is of.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// What it is called.
    #[schema(required, value_type = String, example = "Keripik balado 200 g")]
    name: Option<String>,
    /// What it is.
    #[schema(required, value_type = String)]
    text: Option<String>,
    /// `food`, `drink`, `fashion`, `craft`, `services` or `other`.
    #[schema(required, value_type = String)]
    category: Option<String>,
    /// Whole rupiah.
    #[schema(required, value_type = i64, minimum = 1)]
    price: Option<i64>,
}

impl ProductBody {
    pub(super) fn member(&self) -> Result<MemberId, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
        let sent = self.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
        sent.parse().map_err(|_| wrong(Code::Word))
    }
}

/// What a product is from now on; everything is sent.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductChangeBody {
    /// What it is called.
    #[schema(required, value_type = String)]
    name: Option<String>,
    /// What it is.
    #[schema(required, value_type = String)]
    text: Option<String>,
    /// `food`, `drink`, `fashion`, `craft`, `services` or `other`.
    #[schema(required, value_type = String)]
    category: Option<String>,
    /// Whole rupiah.
    #[schema(required, value_type = i64, minimum = 1)]
    price: Option<i64>,
}

impl From<ProductBody> for ProductForm {
    fn from(body: ProductBody) -> Self {
        let ProductBody { member: _, name, text, category, price } = body;
        ProductChangeBody { name, text, category, price }.into()
    }
}

impl From<ProductChangeBody> for ProductForm {
    fn from(body: ProductChangeBody) -> Self {
        Self {
            name: body.name.unwrap_or_default(),
            text: body.text.unwrap_or_default(),
            category: body.category.unwrap_or_default(),
            price: body.price.map(|price| price.to_string()).unwrap_or_default(),
        }
    }
}

/// The seller's consent to be shown.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductConsentBody {
    /// Whether the seller agrees that everybody sees the product; nothing is shown without.
    #[schema(required)]
    consent: bool,
    /// How buyers reach the seller: `none`, `whatsapp` or `words`.
    contact_by: Option<String>,
    /// The number, or the words.
    contact: Option<String>,
}

impl From<ProductConsentBody> for Consent {
    fn from(body: ProductConsentBody) -> Self {
        Self {
            given: body.consent,
            by: body.contact_by.unwrap_or_default(),
            at: body.contact.unwrap_or_default(),
        }
    }
}

/// A product at a marketplace.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListingBody {
    /// `tokopedia`, `shopee`, `blibli`, `lazada`, `tiktok`, `instagram` or `other`.
    #[schema(required, value_type = String)]
    marketplace: Option<String>,
    /// The address of the product's page, `https`.
    #[schema(required, value_type = String)]
    address: Option<String>,
    /// Since when; today when not given.
    #[schema(format = Date)]
    listed_on: Option<String>,
}

impl From<ListingBody> for ListingForm {
    fn from(body: ListingBody) -> Self {
        Self {
            marketplace: body.marketplace.unwrap_or_default(),
            address: body.address.unwrap_or_default(),
            listed_on: body.listed_on.unwrap_or_default(),
        }
    }
}

/// A product in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductLine {
    /// The product.
    id: Uuid,
    /// The member record it is of.
    member: Uuid,
    /// What it is called; null once the person is erased.
    name: Option<String>,
    /// Its category.
    category: &'static str,
    /// Whole rupiah.
    price: i64,
    /// Whether everybody sees it.
    published: bool,
    /// Where it was recorded in the journal.
    position: i64,
}

impl ProductLine {
    pub(super) fn of(row: &ProductRow, told: &Told) -> Self {
        Self {
            id: row.id.0,
            member: row.member.0,
            name: Some(told.name.clone()).filter(|name| !name.is_empty()),
            category: row.category.word(),
            price: row.price.0,
            published: row.published_at_position.is_some(),
            position: row.position,
        }
    }
}

/// A product with everything that is kept of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductAnswer {
    /// The product.
    #[serde(flatten)]
    line: ProductLine,
    /// What it is; null once the person is erased.
    text: Option<String>,
    /// How buyers reach the seller: `none`, `whatsapp` or `words`.
    contact_by: &'static str,
    /// The number, or the words.
    contact: Option<String>,
    /// Its photos.
    photos: Vec<ProductPhotoAnswer>,
    /// Where it is sold, the oldest first, also what was taken back.
    listings: Vec<ListingAnswer>,
}

/// A photo of a product.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductPhotoAnswer {
    /// The file.
    id: Uuid,
    /// Its width in pixels.
    width: i64,
    /// Its height in pixels.
    height: i64,
}

/// A product at a marketplace.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListingAnswer {
    /// The listing.
    id: Uuid,
    /// Where.
    marketplace: &'static str,
    /// The address; null once the person is erased.
    address: Option<String>,
    /// Since when.
    #[schema(format = Date)]
    listed_on: String,
    /// The last day an officer saw it there.
    #[schema(format = Date)]
    checked_on: Option<String>,
    /// The day it was found gone.
    #[schema(format = Date)]
    gone_on: Option<String>,
    /// The marketing service it is; null where none.
    service: Option<Uuid>,
    /// Whether it was taken back, because it never was.
    voided: bool,
}

impl From<SeenListing> for ListingAnswer {
    fn from(seen: SeenListing) -> Self {
        let row = seen.row;
        Self {
            id: row.id.0,
            marketplace: row.marketplace.word(),
            address: Some(seen.address).filter(|address| !address.is_empty()),
            listed_on: row.listed_on.to_string(),
            checked_on: row.checked_on.map(|day| day.to_string()),
            gone_on: row.gone_on.map(|day| day.to_string()),
            service: row.service.map(|id| id.0),
            voided: row.voided_at_position.is_some(),
        }
    }
}

impl From<Seen> for ProductAnswer {
    fn from(seen: Seen) -> Self {
        let (contact_by, contact) = match seen.contact {
            Contact::None => ("none", None),
            Contact::Whatsapp(digits) => ("whatsapp", Some(digits)),
            Contact::Words(words) => ("words", Some(words)),
        };
        let photos = seen.photos.iter().map(|it| ProductPhotoAnswer {
            id: it.file.0,
            width: it.width,
            height: it.height,
        });
        Self {
            line: ProductLine::of(&seen.row, &seen.told),
            text: Some(seen.told.text).filter(|text| !text.is_empty()),
            contact_by,
            contact,
            photos: photos.collect(),
            listings: seen.listings.into_iter().map(Into::into).collect(),
        }
    }
}

/// What was done to a product.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductDone {
    /// The product.
    pub(super) id: Uuid,
    /// The member record it is of.
    pub(super) member: Uuid,
    /// Where it was recorded in the journal.
    pub(super) position: i64,
}

/// What was done to a listing.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListingDone {
    /// The listing.
    pub(super) id: Uuid,
    /// The member record it is of.
    pub(super) member: Uuid,
    /// The marketing service that was recorded by this request; null where none.
    pub(super) service: Option<Uuid>,
    /// Where it was recorded in the journal.
    pub(super) position: i64,
}
