//! The order in which applicants get the stands, and what decided each one's place in it (BR-26).

use super::{Lot, Seed, Window};
use jiff::civil::Date;
use std::collections::HashSet;
use uuid::Uuid;

/// An application that stands when the stands are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applicant {
    /// The application.
    pub application: Uuid,
    /// Whether a member, and not an outsider.
    pub is_member: bool,
    /// How many bazaars they had a stand at within the window.
    pub earlier_stands: u32,
}

/// What set somebody apart from the one just before in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Nobody was before.
    First,
    /// The one before is a member, this one is not.
    MembersFirst,
    /// The one before had fewer stands.
    FewerStands,
    /// Both had as many: the lot decided.
    Lot,
}

/// A place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Who.
    pub applicant: Applicant,
    /// From 1, without gaps.
    pub rank: u32,
    /// The lot, to be shown and computed again.
    pub lot: Lot,
    /// Why not sooner.
    pub decided: Decided,
}

/// Everybody in order: members before outsiders, of them whoever had fewest stands, of equals by lot.
///
/// The order in which applicants are given does not matter. An application given twice counts once.
pub fn draw(applicants: &[Applicant], seed: Seed) -> Vec<Placed> {
    let mut seen = HashSet::with_capacity(applicants.len());
    let once = applicants.iter().filter(|of| seen.insert(of.application));
    let mut order: Vec<_> = once.map(|of| (*of, seed.lot(of.application))).collect();
    // Lots of different applications differ, so that no two keys are equal.
    order.sort_unstable_by_key(|(of, lot)| (!of.is_member, of.earlier_stands, *lot));
    let mut before = None;
    let placed = (1..).zip(order).map(|(rank, (applicant, lot))| {
        let decided = decided(before.replace(applicant), applicant);
        Placed { applicant, rank, lot, decided }
    });
    placed.collect()
}

fn decided(before: Option<Applicant>, this: Applicant) -> Decided {
    match before {
        None => Decided::First,
        Some(before) if before.is_member != this.is_member => Decided::MembersFirst,
        Some(before) if before.earlier_stands != this.earlier_stands => Decided::FewerStands,
        Some(_) => Decided::Lot,
    }
}

/// How many stands count: one for each bazaar that began within the window. `held` are their first days.
pub fn earlier_stands_on(held: &[Date], window: Window, first_on: Date) -> u32 {
    let counted = held.iter().filter(|on| window.counts(**on, first_on)).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}
