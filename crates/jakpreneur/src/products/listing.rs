//! Telling that a product is sold at a marketplace.
use super::{
    form, rows, stage,
    told::{self, Where},
    whose, written,
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{
    Date, ListingId, MemberId, ProductId, ServiceId,
    marketing::{ListingAddress, Marketplace, Refused, listing::ListingState},
};
use serde::{Deserialize, Serialize};

/// A product is sold at a marketplace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingTold {
    /// The listing.
    pub listing: ListingId,
    /// The product.
    pub product: ProductId,
    /// Whose it is.
    pub member: MemberId,
    /// Where.
    pub marketplace: Marketplace,
    /// Since when.
    pub listed_on: Date,
    /// The address, sealed.
    pub told: Sealed,
    /// The day an officer saw it there; none where the seller told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// The marketing service it is; none where the rule asks for more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for ListingTold {
    const ACT: &'static str = "listing.tell";
}

/// A listing as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListingForm {
    /// A marketplace's word or name.
    pub marketplace: String,
    /// The address.
    pub address: String,
    /// Since when; empty: today.
    pub listed_on: String,
}

/// Tells of a listing. An officer who tells of it has looked.
pub fn list_at(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    product: ProductId,
    form: &ListingForm,
) -> Result<Done<ListingTold>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::product(tx, asking, product)?;
    let today = asking.at.date();
    let (marketplace, address, listed_on) = form.understand(today)?;
    let key = told::key(house, &row)?;
    for other in rows::listings(tx, product)?.iter().filter(|it| it.stands()) {
        let known: Option<Where> = told::open(Some(&key), other.id.0, &other.told);
        if known.is_some_and(|it| it.address == address.as_str()) {
            return Err(form::refused(Refused::ListingThere));
        }
    }
    let checked_on = asking.officer.resident.is_none().then_some(today);
    let published = of.published_at_position.is_some();
    let state = ListingState { seen: checked_on.is_some(), there: true, published };
    let service = stage::reached(tx, house, asking, &row, state, (marketplace, listed_on))?;
    let listing = ListingId(house.new_sharded(row.id.shard()));
    let told = told::seal(house, &key, listing.0, &Where { address: address.to_string() })?;
    let member = row.id;
    let event =
        ListingTold { listing, product, member, marketplace, listed_on, told, checked_on, service };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a listing.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ListingTold) -> Result<(), Problem> {
    Ok(written::list_at(tx, stamp, event)?)
}

impl ListingForm {
    fn understand(&self, today: Date) -> Result<(Marketplace, ListingAddress, Date), Problem> {
        let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
        let empty = self.marketplace.trim().is_empty();
        let code = if empty { Code::Empty } else { Code::Word };
        let at = Marketplace::named(&self.marketplace).ok_or_else(|| wrong("marketplace", code))?;
        let address = ListingAddress::parse(&self.address, at).map_err(form::refused)?;
        let on = match self.listed_on.trim() {
            "" => today,
            typed => {
                rules::date::parse_officer(typed).map_err(|_| wrong("listed_on", Code::Date))?
            }
        };
        if on > today {
            return Err(wrong("listed_on", Code::Future));
        }
        Ok((at, address, on))
    }
}
