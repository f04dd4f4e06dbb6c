//! What is answered: counts, groups of counts, and the list behind a count.

use crate::days::STAGES;

/// The answer to a question, each person counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Distinct persons with a record in scope.
    pub persons: u64,
    /// Of them, who reached the stage.
    pub reached: [u64; STAGES],
    /// Of them, who began the stage and have not reached it.
    pub open: [u64; STAGES],
    /// Of them, whose latest stage it is; sums to `persons`.
    pub at: [u64; STAGES],
    /// How many more the groups sum to, because a person may be in several.
    pub overlap: u64,
    /// Groups that hold someone, by key; none if the question does not group.
    pub groups: Vec<Group>,
}

/// One group: exactly the answer to the question narrowed to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Group {
    /// Its place on each of the question's axes, 0 where there is none.
    pub key: [u16; 3],
    /// Distinct persons with a record in the group.
    pub persons: u64,
    /// Of them, who reached the stage.
    pub reached: [u64; STAGES],
    /// Of them, who began the stage and have not reached it.
    pub open: [u64; STAGES],
    /// Of them, whose latest stage it is.
    pub at: [u64; STAGES],
}

impl Group {
    /// Adds the counts of other persons.
    pub(crate) fn add(&mut self, more: &Self) {
        self.persons += more.persons;
        for stage in 0..STAGES {
            self.reached[stage] += more.reached[stage];
            self.open[stage] += more.open[stage];
            self.at[stage] += more.at[stage];
        }
    }
}

/// A page of the list behind a number, newest registration first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// For each person the position of the earliest record in scope.
    pub positions: Vec<u32>,
    /// What to ask the next page after; none on the last page.
    pub next: Option<u32>,
    /// The number itself, over all pages.
    pub total: u64,
}
