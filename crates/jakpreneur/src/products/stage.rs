//! The marketing stage: received by a listing that counts by the programme's terms.
use super::rows;
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
    stages::{self, Remarks, State},
};
use rules::{
    Date, ListingId, ProductId, ServiceId, StageKind,
    marketing::{ListingTerms, Marketplace, listing::ListingState},
};

/// The part of an act that is the service.
const SERVICE: usize = 0;
/// The parts of publishing that are services, one a listing, begin here.
const BY_PUBLISHING: usize = 16;

/// Records the marketing service of a listing, where it counts.
pub(super) fn reached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    state: ListingState,
    sold: (Marketplace, Date),
) -> Result<Option<ServiceId>, Problem> {
    if !ListingTerms::USUAL.count(state) {
        return Ok(None);
    }
    serve(tx, house, &asking.part(SERVICE), row, sold).map(Some)
}

/// Records the services of listings that count because their product is published now.
pub(super) fn reached_by_publishing(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    product: ProductId,
) -> Result<Vec<(ListingId, ServiceId)>, Problem> {
    let mut served = Vec::new();
    for (at, it) in rows::listings(tx, product)?.iter().enumerate() {
        let there = it.stands() && it.gone_on.is_none();
        let state = ListingState { seen: it.checked_on.is_some(), there, published: true };
        if it.service.is_none() && ListingTerms::USUAL.count(state) {
            let part = asking.part(BY_PUBLISHING + at);
            served.push((it.id, serve(tx, house, &part, row, (it.marketplace, it.listed_on))?));
        }
    }
    Ok(served)
}

/// No stage is reached before the registration.
fn serve(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    (at, on): (Marketplace, Date),
) -> Result<ServiceId, Problem> {
    let new = stages::Recordable {
        stage: StageKind::Marketing,
        state: State::Completed,
        occurred_on: on.max(row.registered_on),
        agency: row.agency,
        area: None,
        remarks: Remarks { evidence: format!("Produk di {}", at.label_id()), note: String::new() },
    };
    Ok(stages::enter(tx, house, asking, row, &new, None)?.event.service)
}
