//! Counts how many businesses moved up since their baseline, as at any day and as known at any position.
//!
//! What stands is kept by month, in pages of many businesses side by side, so that a question reads
//! only the months it needs. What stood before is kept beside it, and undone for the past.

mod answer;
mod apply;
mod ask;
mod axes;
mod businesses;
mod change;
mod fact;
mod known;
mod list;
mod log;
mod months;
mod moves;
mod page;
mod question;
mod scope;
mod tally;
mod times;
mod values;
mod verdict;
mod years;

pub use answer::{Answer, Counts, Group, Listed, Measure, Standing};
pub use fact::{Business, Fact, Measurement, Move, Place, Void};
pub use question::{Dimension, Filter, Limits, Outcome, Question, Terms};

use businesses::Businesses;
use log::Log;
use months::Months;

/// The facts counted so far.
#[derive(Debug, Clone, Default)]
pub struct Growth {
    position: Option<u32>,
    businesses: Businesses,
    months: Months,
    log: Log,
}

impl Growth {
    /// No business yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The position of the last fact counted; none before the first.
    pub fn position(&self) -> Option<u32> {
        self.position
    }

    /// How many businesses are counted.
    pub fn businesses(&self) -> usize {
        self.businesses.len()
    }

    /// How often a month was measured, corrected or taken back.
    pub fn changes(&self) -> usize {
        self.log.len()
    }

    /// What the columns hold, about.
    pub fn memory_bytes(&self) -> usize {
        self.businesses.memory_bytes() + self.months.memory_bytes() + self.log.memory_bytes()
    }
}
