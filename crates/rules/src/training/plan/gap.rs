//! How far a plan comes to its target, in people.

use crate::Percent;

/// A target beside what is planned. The targets of cities need not sum to the province's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The people the plan is to reach.
    pub target: u64,
    /// The people its lines reach.
    pub planned: u64,
}

impl Gap {
    /// The people for whom no line is laid out yet; none where the plan reaches them all.
    pub fn missing(self) -> u64 {
        self.target.saturating_sub(self.planned)
    }

    /// The people whom the lines reach beyond the target.
    pub fn beyond(self) -> u64 {
        self.planned.saturating_sub(self.target)
    }

    /// What is planned of the target; nothing where there is no target (BR-35).
    pub fn attainment(self) -> Option<Percent> {
        Percent::of(self.planned, self.target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_misses_its_target_or_goes_beyond_it() {
        let short = Gap { target: 43_000, planned: 42_990 };
        assert_eq!((short.missing(), short.beyond()), (10, 0));
        assert_eq!(short.attainment(), Some(Percent(9_998)));
        let over = Gap { target: 100, planned: 103 };
        assert_eq!((over.missing(), over.beyond()), (0, 3));
        assert_eq!(Gap { target: 0, planned: 3 }.attainment(), None);
    }
}
