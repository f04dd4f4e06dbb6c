//! Which reports are a service of the programme.

use crate::{Date, growth::Month};
use jiff::civil::date;

/// What a report must hold to count as financial reporting (BR-31); configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportTerms {
    /// Over so many whole months at least, 1 or more.
    pub months: u16,
}

impl ReportTerms {
    /// As delivered: a month is enough, since BR-31 names no length.
    pub const USUAL: Self = Self { months: 1 };
    /// As delivered, from the first day of the programme; the operator adds what is decided later.
    pub const SEED: [(Date, Self); 1] = [(date(2017, 1, 1), Self::USUAL)];

    /// Whether a report from one month to another counts.
    pub const fn count(self, first: Month, last: Month) -> bool {
        last.0 >= first.0 && last.0 - first.0 + 1 >= self.months
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_counts_from_so_many_months_on() {
        let quarter = ReportTerms { months: 3 };
        assert!(!quarter.count(Month(24_300), Month(24_301)));
        assert!(quarter.count(Month(24_300), Month(24_302)));
        assert!(ReportTerms::USUAL.count(Month(24_300), Month(24_300)));
        assert!(!ReportTerms::USUAL.count(Month(24_301), Month(24_300)));
    }
}
