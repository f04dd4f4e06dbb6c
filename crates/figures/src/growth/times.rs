//! The day of a question and its months.

use super::question::Question;
use crate::calendar::months;
use crate::days::NEVER;

/// When is asked, in days and in months.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// The last day that counts.
    pub day: u16,
    /// Its month.
    pub month: u16,
    /// The last month that was over by then.
    pub full: u16,
}

impl Times {
    pub fn of(question: &Question) -> Self {
        // The day after must have a month too.
        let day = question.as_at.min(NEVER - 2);
        let table = months(usize::from(day) + 2);
        let (month, tomorrow) = (table[usize::from(day)], table[usize::from(day) + 1]);
        Self { day, month, full: tomorrow - 1 }
    }

    /// December of the year before the day's.
    pub fn last_december(self) -> u16 {
        self.month / 12 * 12 - 1
    }
}
