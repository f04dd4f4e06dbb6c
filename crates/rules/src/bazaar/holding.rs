//! Who has a stand now and who waits: the order of the draw, without those who gave up.

use super::Placed;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Where an applicant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// Has a stand.
    Stand,
    /// Waits, with so many before on the list and themselves counted; from 1.
    Waiting(u32),
    /// Gave the stand or the waiting up.
    GivenUp,
}

/// Where everybody of the order stands. When one with a stand gives up, the first who waits moves up.
pub fn holding(order: &[Placed], given_up: &BTreeSet<Uuid>, stands: u32) -> Vec<Holding> {
    let mut taken: u32 = 0;
    let each = order.iter().map(|placed| {
        if given_up.contains(&placed.applicant.application) {
            return Holding::GivenUp;
        }
        taken = taken.saturating_add(1);
        Holding::of(taken, stands)
    });
    each.collect()
}

impl Holding {
    /// Where the one stands who is the so-maniest that did not give up, from 1.
    pub const fn of(place: u32, stands: u32) -> Self {
        match place.checked_sub(stands) {
            None | Some(0) => Self::Stand,
            Some(waiting) => Self::Waiting(waiting),
        }
    }
}
