//! Looking whether a listing is still there. Gone later, it was a service all the same.
use super::{form, rows, stage, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Date, ListingId, MemberId, ServiceId,
    marketing::{Refused, listing::ListingState},
};
use serde::{Deserialize, Serialize};

/// Somebody looked at a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingChecked {
    /// The listing.
    pub listing: ListingId,
    /// Whose it is.
    pub member: MemberId,
    /// Whether it is there.
    pub there: bool,
    /// The day.
    pub on: Date,
    /// The marketing service it is from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for ListingChecked {
    const ACT: &'static str = "listing.check";
}

/// Says whether a listing is there. Only an officer can have seen it; a seller may say that it is gone.
pub fn check(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    listing: ListingId,
    there: bool,
) -> Result<Done<ListingChecked>, Problem> {
    if there || asking.officer.resident.is_none() {
        asking.officer.may(Act::ManageProducts)?;
    }
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::listing(tx, asking, listing)?;
    if of.voided_at_position.is_some() {
        return Err(Problem::Refused(Code::AlreadyVoided));
    }
    if of.gone_on.is_some() {
        return Err(form::refused(Refused::ListingGone));
    }
    let on = asking.at.date();
    if on < of.listed_on {
        let code = Code::Products(Refused::BeforeListing);
        return Err(Problem::Invalid(vec![FieldError::new("on", code)]));
    }
    let product = rows::product(tx, of.product)?.ok_or(Problem::NotFound)?;
    let published = product.published_at_position.is_some();
    let state = ListingState { seen: there, there, published };
    let service = match of.service {
        None => stage::reached(tx, house, asking, &row, state, (of.marketplace, of.listed_on))?,
        Some(_) => None,
    };
    let event = ListingChecked { listing, member: row.id, there, on, service };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a listing that was looked at.
pub fn replay(tx: &mut Tx<'_>, _: &Stamp, event: &ListingChecked) -> Result<(), Problem> {
    if let Some(service) = event.service {
        written::serve(tx, event.listing, service)?;
    }
    Ok(written::check(tx, event)?)
}
