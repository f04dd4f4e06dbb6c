//! Entering a product: by its member from their own door, or by an officer with them.
use super::{entries, rows, written};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people::MemberRow,
    products,
};
use db::Tx;
use rules::{
    CurationEntryId, CurationRoundId, MemberId, ProductId,
    marketing::curation::{EntryState, Refused},
};
use serde::{Deserialize, Serialize};

/// A product was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRegistered {
    /// The entry.
    pub entry: CurationEntryId,
    /// The round.
    pub round: CurationRoundId,
    /// Whose it is.
    pub member: MemberId,
    /// The product.
    pub product: ProductId,
}

impl Event for EntryRegistered {
    const ACT: &'static str = "curation.register";
}

/// Enters a product into a round. A product that was graded before may be entered into a later round.
pub fn register(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    round: CurationRoundId,
    product: ProductId,
) -> Result<Done<EntryRegistered>, Problem> {
    let (of, row) = products::kept(tx, asking, product)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let no = |refused| Problem::Refused(Code::Curation(refused));
    let into = rows::round(tx, round)?.ok_or(Problem::NotFound)?;
    if row.salt.is_none() {
        return Err(Problem::Refused(Code::Erased));
    }
    if !into.is_for(&row) {
        return Err(no(Refused::NotForRound));
    }
    if !into.takes_on(asking.at.date()) {
        return Err(no(Refused::RoundClosed));
    }
    not_yet_in(tx, round, of.id)?;
    let entry = CurationEntryId(house.new_sharded(row.id.shard()));
    let event = EntryRegistered { entry, round, member: row.id, product: of.id };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// One product is under way once, and graded once a round.
fn not_yet_in(tx: &mut Tx<'_>, round: CurationRoundId, product: ProductId) -> Result<(), Problem> {
    let before = entries::of_product(tx, product)?;
    let in_the_way = |it: &entries::EntryRow| match it.state {
        EntryState::Registered
        | EntryState::Verified
        | EntryState::Validated
        | EntryState::Scheduled => true,
        EntryState::Graded => it.round == round,
        EntryState::Declined => false,
    };
    if before.iter().any(in_the_way) {
        return Err(Problem::Refused(Code::Curation(Refused::AlreadyEntered)));
    }
    Ok(())
}

impl rows::RoundRow {
    /// Whether it is for a member: of its agency, and of its area.
    pub fn is_for(&self, member: &MemberRow) -> bool {
        member.agency == self.agency && member.office.within(&self.area)
    }
}

/// The rows of an entry.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryRegistered) -> Result<(), Problem> {
    Ok(written::register(tx, stamp, event)?)
}
