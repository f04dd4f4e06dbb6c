//! A mentor's work: visits, members shared out between mentors, members handed over.

mod share;
mod term;
mod transfer;

pub use share::share;
pub use term::{EndedBecause, Term, TermRefused, is_mentor_on, may_add_term, may_end_term};
pub use transfer::{Answered, RefusedBecause};

use crate::worded::worded;
use jiff::{ToSpan, civil::Date};

worded! {
    /// Whom a mentor met.
    parse_officer => Met {
        /// The member.
        Member = "member", "Orangnya", "The member";
        /// Somebody of the family.
        Family = "family", "Keluarga", "Family";
        /// Nobody was there.
        Nobody = "nobody", "Tidak ada", "Nobody";
    }
}

worded! {
    /// What a visit was about.
    parse_officer => Topic {
        /// A permit.
        Permit = "permit", "Izin", "Permit";
        /// Packaging.
        Packaging = "packaging", "Kemasan", "Packaging";
        /// Where to sell.
        Market = "market", "Pasar", "Market";
        /// Books and money.
        Money = "money", "Uang", "Money";
        /// Making the product.
        Production = "production", "Produksi", "Production";
        /// Anything else.
        Other = "other", "Lainnya", "Other";
    }
}

worded! {
    /// When a mentor comes again.
    parse_officer => Again {
        /// In a week.
        Week = "1w", "1 minggu", "1 week";
        /// In two weeks.
        TwoWeeks = "2w", "2 minggu", "2 weeks";
        /// In four weeks.
        FourWeeks = "4w", "4 minggu", "4 weeks";
        /// In twelve weeks.
        TwelveWeeks = "12w", "12 minggu", "12 weeks";
    }
}

impl Met {
    /// Whether the visit counts as mentoring: somebody was there to be mentored.
    pub const fn is_mentoring(self) -> bool {
        match self {
            Self::Member | Self::Family => true,
            Self::Nobody => false,
        }
    }
}

impl Again {
    /// The day to come again after a visit.
    pub fn after(self, visited_on: Date) -> Date {
        let weeks = match self {
            Self::Week => 1,
            Self::TwoWeeks => 2,
            Self::FourWeeks => 4,
            Self::TwelveWeeks => 12,
        };
        visited_on.saturating_add(weeks.weeks())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_again_in_two_weeks_comes_on_the_same_weekday() {
        let again = Again::TwoWeeks.after(jiff::civil::date(2022, 6, 22));
        assert_eq!(again, jiff::civil::date(2022, 7, 6));
    }

    #[test]
    fn a_visit_that_met_nobody_is_no_mentoring() {
        assert!(Met::Member.is_mentoring() && Met::Family.is_mentoring());
        assert!(!Met::Nobody.is_mentoring());
    }
}
