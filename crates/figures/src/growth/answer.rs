//! What is answered: counts, and groups of counts.

use super::question::Outcome;

/// How many of some businesses stand where; unknown, fell, stayed and rose in that order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub businesses: u64,
    /// By the definition asked for; sums to `businesses`.
    pub outcomes: [u64; 4],
    /// By turnover, assets and workers each; every one sums to `businesses`.
    pub changes: [[u64; 4]; 3],
    /// Workers more than at the baseline, where there are more: job absorption.
    pub workers_gained: u64,
    /// Workers fewer than at the baseline, where there are fewer.
    pub workers_lost: u64,
    /// How many have more workers than at the baseline, be it one.
    pub gaining: u64,
    /// How many have fewer.
    pub losing: u64,
}

/// One group: exactly the answer to the question narrowed to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Group {
    /// Its place on each of the question's axes, 0 where there is none.
    pub key: [u16; 2],
    /// Its counts.
    pub counts: Counts,
}

/// The answer to a question; its groups sum to the whole, because a business is in one of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// All in scope.
    pub whole: Counts,
    /// Groups that hold some, by key; none if the question does not group.
    pub groups: Vec<Group>,
}

/// The number whose businesses are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// All in scope.
    Businesses,
    /// Those that stand there by the definition asked for.
    Outcome(Outcome),
    /// Those whose turnover (0), assets (1) or workers (2) changed so.
    Change(usize, Outcome),
    /// Those with more workers than at the baseline, be it one.
    Gaining,
    /// Those with fewer.
    Losing,
}

impl Counts {
    pub(super) fn add(&mut self, more: &Self) {
        self.businesses += more.businesses;
        self.workers_gained += more.workers_gained;
        self.workers_lost += more.workers_lost;
        self.gaining += more.gaining;
        self.losing += more.losing;
        add(&mut self.outcomes, &more.outcomes);
        for (changes, more) in self.changes.iter_mut().zip(&more.changes) {
            add(changes, more);
        }
    }
}

fn add(counts: &mut [u64; 4], more: &[u64; 4]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}

/// A page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// The businesses, newest first.
    pub standings: Vec<Standing>,
    /// What to ask the next page after; none on the last.
    pub next: Option<u32>,
    /// How many there are over all pages.
    pub total: u64,
}

/// Where one business stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The business.
    pub position: u32,
    /// By the definition asked for.
    pub outcome: Outcome,
    /// By turnover, assets and workers each.
    pub changes: [Outcome; 3],
    /// Workers at the baseline and on the day, where both are known.
    pub workers: Option<(u64, u64)>,
}
