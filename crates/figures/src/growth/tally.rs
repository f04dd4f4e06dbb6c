//! Adding up businesses by cell.

use std::collections::BTreeMap;

use super::answer::{Counts, Group};
use super::axes::Axes;
use super::verdict::Verdict;

/// Up to so many possible cells each has a place of its own in a table.
const DENSE: usize = 1 << 16;

/// The counts of the cells.
pub(super) enum Tally {
    /// By cell.
    Dense(Vec<Counts>),
    /// Of the cells that hold some.
    Sparse(BTreeMap<usize, Counts>),
}

impl Tally {
    pub fn new(cells: usize) -> Self {
        if cells <= DENSE {
            Self::Dense(vec![Counts::default(); cells])
        } else {
            Self::Sparse(BTreeMap::new())
        }
    }

    pub fn count(&mut self, cell: usize, verdict: &Verdict) {
        let counts = self.cell(cell);
        counts.businesses += 1;
        counts.outcomes[verdict.outcome as usize] += 1;
        for (changes, change) in counts.changes.iter_mut().zip(verdict.changes) {
            changes[change as usize] += 1;
        }
        if let Some((then, now)) = verdict.workers {
            counts.workers_gained += now.saturating_sub(then);
            counts.workers_lost += then.saturating_sub(now);
            counts.gaining += u64::from(now > then);
            counts.losing += u64::from(now < then);
        }
    }

    /// Adds the counts of another part of the work.
    pub fn and(mut self, other: &Self) -> Self {
        other.for_each(|cell, counts| self.cell(cell).add(counts));
        self
    }

    /// All cells in one.
    pub fn sum(&self) -> Counts {
        let mut sum = Counts::default();
        self.for_each(|_, counts| sum.add(counts));
        sum
    }

    /// The cells that hold some with their keys, in order.
    pub fn groups(&self, axes: &Axes<'_>) -> Vec<Group> {
        let mut groups = Vec::new();
        self.for_each(|cell, counts| groups.push(Group { key: axes.key(cell), counts: *counts }));
        groups
    }

    fn cell(&mut self, cell: usize) -> &mut Counts {
        match self {
            Self::Dense(cells) => &mut cells[cell],
            Self::Sparse(cells) => cells.entry(cell).or_default(),
        }
    }

    fn for_each(&self, mut each: impl FnMut(usize, &Counts)) {
        match self {
            Self::Dense(cells) => {
                let held = cells.iter().enumerate().filter(|(_, counts)| counts.businesses > 0);
                held.for_each(|(cell, counts)| each(cell, counts));
            }
            Self::Sparse(cells) => cells.iter().for_each(|(cell, counts)| each(*cell, counts)),
        }
    }
}
