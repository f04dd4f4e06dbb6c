//! The terms of mentors: from a day to a day, renewed by another, ended early for a reason.
use crate::worded::worded;
use jiff::{ToSpan, civil::Date};

worded! {
    /// Why a mentor's term ended before its last day.
    parse_officer => EndedBecause {
        /// Gave it up.
        Resigned = "resigned", "Mengundurkan diri", "Resigned";
        /// Works elsewhere now.
        Reassigned = "reassigned", "Dipindahtugaskan", "Works elsewhere";
        /// The agency ended the contract.
        Contract = "contract", "Kontrak dihentikan", "Contract ended";
        /// Cannot work for long.
        Ill = "ill", "Sakit atau cuti panjang", "Ill or on long leave";
        /// Died.
        Died = "died", "Meninggal dunia", "Died";
        /// The term was written down wrongly.
        Mistake = "mistake", "Salah catat", "Recorded by mistake";
    }
}

/// The days of a term, both of them within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub from_on: Date,
    /// The last day as agreed.
    pub until_on: Date,
    /// The last day where it ended early.
    pub ended_on: Option<Date>,
}

/// Why a term cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRefused {
    /// It would end before it begins.
    EndsFirst,
    /// It would last longer than five years.
    TooLong,
    /// Another term of the mentor has some of its days.
    Overlaps,
    /// It would end on a day that is none of its own.
    NotWithin,
    /// It ended early before.
    EndedAlready,
}

impl Term {
    /// The last day, whether it came as agreed or early.
    pub fn last_on(&self) -> Date {
        self.ended_on.map_or(self.until_on, |ended| ended.min(self.until_on))
    }

    /// Whether the mentor is one on a day.
    pub fn runs_on(&self, day: Date) -> bool {
        self.from_on <= day && day <= self.last_on()
    }

    fn shares_a_day(&self, other: &Self) -> bool {
        self.from_on <= other.last_on() && other.from_on <= self.last_on()
    }
}

/// Whether a mentor may have members on a day. Of whom no term was ever told, the account alone decides.
pub fn is_mentor_on(terms: &[Term], day: Date) -> bool {
    terms.is_empty() || terms.iter().any(|term| term.runs_on(day))
}

/// Whether a term may be added to those of a mentor; a renewal begins after the one before.
pub fn may_add_term(new: &Term, before: &[Term]) -> Result<(), TermRefused> {
    if new.until_on < new.from_on {
        return Err(TermRefused::EndsFirst);
    }
    if new.until_on > new.from_on.saturating_add(5.years()) {
        return Err(TermRefused::TooLong);
    }
    // What ended before its first day has no day at all.
    let has_days = |term: &&Term| term.from_on <= term.last_on();
    if before.iter().filter(has_days).any(|term| term.shares_a_day(new)) {
        return Err(TermRefused::Overlaps);
    }
    Ok(())
}

/// Whether a term may end early with a day as its last; the day before its first takes it back whole.
pub fn may_end_term(term: &Term, last_on: Date) -> Result<(), TermRefused> {
    if term.ended_on.is_some() {
        return Err(TermRefused::EndedAlready);
    }
    let earliest = term.from_on.saturating_sub(1.day());
    if (earliest..=term.until_on).contains(&last_on) { Ok(()) } else { Err(TermRefused::NotWithin) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn term(from_on: Date, until_on: Date) -> Term {
        Term { from_on, until_on, ended_on: None }
    }

    fn year(year: i16) -> Term {
        term(date(year, 1, 1), date(year, 12, 31))
    }

    #[test]
    fn a_term_runs_from_its_first_day_through_its_last() {
        let one = year(2022);
        assert!(one.runs_on(date(2022, 1, 1)) && one.runs_on(date(2022, 12, 31)));
        assert!(!one.runs_on(date(2021, 12, 31)) && !one.runs_on(date(2023, 1, 1)));
        let early = Term { ended_on: Some(date(2022, 6, 22)), ..one };
        assert!(early.runs_on(date(2022, 6, 22)) && !early.runs_on(date(2022, 6, 23)));
    }

    #[test]
    fn of_whom_no_term_was_told_the_account_decides() {
        assert!(is_mentor_on(&[], date(2022, 6, 22)));
        assert!(is_mentor_on(&[year(2021), year(2022)], date(2022, 6, 22)));
        assert!(!is_mentor_on(&[year(2021)], date(2022, 1, 1)));
    }

    #[test]
    fn a_renewal_begins_after_the_term_before() {
        assert_eq!(may_add_term(&year(2023), &[year(2022)]), Ok(()));
        let within = term(date(2022, 12, 31), date(2023, 12, 31));
        assert_eq!(may_add_term(&within, &[year(2022)]), Err(TermRefused::Overlaps));
        let early = Term { ended_on: Some(date(2022, 6, 22)), ..year(2022) };
        let next = term(date(2022, 6, 23), date(2022, 12, 31));
        assert_eq!(may_add_term(&next, &[early]), Ok(()), "the rest of an ended term is free");
        let never = Term { ended_on: Some(date(2021, 12, 31)), ..year(2022) };
        assert_eq!(may_add_term(&year(2022), &[never]), Ok(()), "taken back whole");
    }

    #[test]
    fn a_term_ends_after_it_begins_and_within_five_years() {
        let backwards = term(date(2022, 6, 22), date(2022, 6, 21));
        assert_eq!(may_add_term(&backwards, &[]), Err(TermRefused::EndsFirst));
        let long = |last| may_add_term(&term(date(2022, 1, 1), last), &[]);
        assert_eq!(long(date(2027, 1, 1)), Ok(()));
        assert_eq!(long(date(2027, 1, 2)), Err(TermRefused::TooLong));
    }

    #[test]
    fn a_term_ends_early_once_and_on_a_day_of_its_own() {
        assert_eq!(may_end_term(&year(2022), date(2022, 12, 31)), Ok(()));
        assert_eq!(may_end_term(&year(2022), date(2021, 12, 31)), Ok(()));
        assert_eq!(may_end_term(&year(2022), date(2021, 12, 30)), Err(TermRefused::NotWithin));
        assert_eq!(may_end_term(&year(2022), date(2023, 1, 1)), Err(TermRefused::NotWithin));
        let early = Term { ended_on: Some(date(2022, 6, 22)), ..year(2022) };
        assert_eq!(may_end_term(&early, date(2022, 6, 1)), Err(TermRefused::EndedAlready));
    }

    proptest! {
        #[test]
        fn on_no_day_do_two_terms_run(
            starts in proptest::collection::vec((0..800_i64, 0..400_i64), 1..12), day in 0..1300_i64,
        ) {
            let on = |days: i64| date(2020, 1, 1).saturating_add(days.days());
            let mut kept: Vec<Term> = Vec::new();
            for (from, long) in starts {
                let new = term(on(from), on(from + long));
                if may_add_term(&new, &kept).is_ok() {
                    kept.push(new);
                }
            }
            prop_assert!(kept.iter().filter(|term| term.runs_on(on(day))).count() <= 1);
        }
    }
}
