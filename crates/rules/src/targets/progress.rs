//! How far a target is: attainment, gap, and the day it was reached.
use crate::Percent;
use jiff::civil::Date;

/// A target beside what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Persons to reach.
    pub target: u64,
    /// Persons who were reached.
    pub actual: u64,
}

impl Progress {
    /// `actual` in percent of `target`, two decimals, half up; none without a target (BR-35).
    pub fn attainment(self) -> Option<Percent> {
        Percent::of(self.actual, self.target)
    }

    /// How many more were reached than the target asks; below zero: how many are missing.
    pub fn gap(self) -> i64 {
        signed(self.actual) - signed(self.target)
    }

    /// Whether there is a target and it is met.
    pub fn is_met(self) -> bool {
        self.target > 0 && self.actual >= self.target
    }
}

/// The first day on which the count met the target (BR-38). The curve holds the count at each day on
/// which it grew, in order; a target of nothing is never reached.
pub fn reached_on(target: u64, curve: &[(Date, u64)]) -> Option<Date> {
    let met = curve.partition_point(|(_, count)| *count < target);
    curve.get(met).filter(|_| target > 0).map(|(day, _)| *day)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
