//! Taking a listing back that never was; the service it was goes with it.
use super::{told, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    stages,
};
use db::Tx;
use rules::{Act, ListingId, MemberId};
use serde::{Deserialize, Serialize};

/// A listing was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingVoided {
    /// The listing.
    pub listing: ListingId,
    /// Whose it was said to be.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for ListingVoided {
    const ACT: &'static str = "listing.void";
}

/// The longest reason kept.
const LONGEST: usize = 500;
/// The part of the act that takes the service back.
const TAKEN_BACK: usize = 1;

/// Takes a listing of a member within scope back.
pub fn void(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    listing: ListingId,
    reason: &str,
) -> Result<Done<ListingVoided>, Problem> {
    let officer = &asking.officer;
    officer.may(Act::VoidService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (of, row) = whose::listing(tx, asking, listing)?;
    if of.voided_at_position.is_some() {
        return Err(Problem::Refused(Code::AlreadyVoided));
    }
    if officer.role.only_own(Act::VoidService) && of.recorded_by != officer.actor() {
        return Err(Problem::Forbidden);
    }
    let wrong = |code| Problem::Invalid(vec![FieldError::new("reason", code)]);
    let reason = match reason.trim() {
        "" => return Err(wrong(Code::Reason)),
        long if long.chars().count() > LONGEST => return Err(wrong(Code::Long)),
        stated => stated,
    };
    if let Some(service) = of.service {
        stages::take_back(tx, house, &asking.part(TAKEN_BACK), service, reason)?;
    }
    let key = told::key(house, &row)?;
    let reason = Sealed(key.seal(house.bytes(), listing.0.as_bytes(), reason.as_bytes()));
    let event = ListingVoided { listing, member: row.id, reason };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a listing that never was.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ListingVoided) -> Result<(), Problem> {
    Ok(written::void(tx, stamp, event)?)
}
