//! Active and inactive, computed from when somebody was last seen, unless an officer knows better (BR-16).

use super::{EndReason, Ended};
use crate::worded::worded;
use jiff::{ToSpan, civil::Date};

worded! {
    /// Whether somebody takes part.
    named => Activity {
        /// Was seen lately.
        Active = "active", "Aktif", "Active";
        /// Was not seen for long.
        Inactive = "inactive", "Tidak aktif", "Inactive";
        /// Left the programme.
        Ended = "ended", "Berakhir", "Ended";
    }
}

/// After how many months without being seen somebody is inactive; 1 or more, configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InactiveAfter(u16);

impl InactiveAfter {
    /// As delivered: half a year.
    pub const USUAL: Self = Self(6);

    /// So many months, where that makes sense.
    pub const fn months(months: u16) -> Option<Self> {
        if months >= 1 && months <= 120 { Some(Self(months)) } else { None }
    }

    /// The number of months.
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// How long somebody may go unseen from a day on; data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// The first day it counts.
    pub valid_from: Date,
    /// After how many months.
    pub after: InactiveAfter,
}

impl Patience {
    /// As delivered.
    pub const SEED: [Self; 1] =
        [Self { valid_from: jiff::civil::date(2017, 1, 1), after: InactiveAfter::USUAL }];

    /// What counts on a day: the newest that began; as delivered before any did.
    pub fn on(all: &[Self], day: Date) -> InactiveAfter {
        let began = all.iter().filter(|it| it.valid_from <= day);
        began.max_by_key(|it| it.valid_from).map_or(InactiveAfter::USUAL, |it| it.after)
    }
}

/// An officer's word, with a reason, from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overruled {
    /// Active or not.
    pub is_active: bool,
    /// Since when the officer says so.
    pub on: Date,
    /// Why; never empty.
    pub reason: String,
}

impl Overruled {
    /// An officer's word; none without a reason.
    pub fn because(is_active: bool, on: Date, reason: &str) -> Option<Self> {
        let reason = reason.trim();
        (!reason.is_empty()).then(|| Self { is_active, on, reason: reason.to_string() })
    }
}

/// What is recorded of somebody by the day that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// The last visit, service, class day or measurement; registering is the first.
    pub last: Option<Date>,
    /// An officer's word.
    pub overruled: Option<Overruled>,
    /// An end.
    pub ended: Option<Ended>,
}

/// Whether somebody takes part on a day, and why not where the membership ended.
///
/// An officer's *active* counts like being seen on its day. *Inactive* holds until the person is
/// seen later, because who is seen is not gone.
pub fn activity_on(seen: &Seen, day: Date, after: InactiveAfter) -> (Activity, Option<EndReason>) {
    if let Some(ended) = seen.ended.filter(|ended| ended.on <= day) {
        return (Activity::Ended, Some(ended.reason));
    }
    let last = seen.last.filter(|last| *last <= day);
    let word = seen
        .overruled
        .as_ref()
        .filter(|word| word.on <= day && last.is_none_or(|last| last <= word.on));
    let counted = match word {
        Some(word) if !word.is_active => return (Activity::Inactive, None),
        Some(word) => Some(word.on),
        None => last,
    };
    let is_recent = |on: Date| on.saturating_add(i64::from(after.0).months()) >= day;
    let activity =
        if counted.is_some_and(is_recent) { Activity::Active } else { Activity::Inactive };
    (activity, None)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const LAST: Date = date(2021, 8, 31);

    fn seen(last: Date) -> Seen {
        Seen { last: Some(last), ..Seen::default() }
    }

    fn on(seen: &Seen, day: Date) -> Activity {
        activity_on(seen, day, InactiveAfter::USUAL).0
    }

    #[test]
    fn somebody_is_active_until_the_same_day_so_many_months_later() {
        assert_eq!(on(&seen(LAST), date(2022, 2, 28)), Activity::Active);
        assert_eq!(on(&seen(LAST), date(2022, 3, 1)), Activity::Inactive);
        assert_eq!(on(&seen(LAST), date(2021, 8, 30)), Activity::Inactive);
        assert_eq!(on(&Seen::default(), LAST), Activity::Inactive);
    }

    #[test]
    fn an_officers_inactive_holds_until_the_person_is_seen_again() {
        let word = Overruled::because(false, date(2021, 9, 10), " tutup usaha ");
        assert_eq!(word.as_ref().unwrap().reason, "tutup usaha");
        let closed = Seen { overruled: word.clone(), ..seen(LAST) };
        assert_eq!(on(&closed, date(2021, 9, 9)), Activity::Active);
        assert_eq!(on(&closed, date(2021, 9, 10)), Activity::Inactive);
        let again = Seen { overruled: word, ..seen(date(2021, 9, 11)) };
        assert_eq!(on(&again, date(2021, 9, 11)), Activity::Active);
    }

    #[test]
    fn an_officers_active_counts_like_being_seen() {
        let word = Overruled::because(true, date(2022, 3, 1), "musiman");
        let seasonal = Seen { overruled: word, ..seen(LAST) };
        assert_eq!(on(&seasonal, date(2022, 9, 1)), Activity::Active);
        assert_eq!(on(&seasonal, date(2022, 9, 2)), Activity::Inactive);
        assert_eq!(Overruled::because(true, LAST, " \n"), None);
    }

    #[test]
    fn an_end_counts_from_its_day_with_its_reason() {
        let ended = Some(Ended { reason: EndReason::MovedOut, on: date(2021, 9, 2) });
        let left = Seen { ended, ..seen(LAST) };
        assert_eq!(on(&left, date(2021, 9, 1)), Activity::Active);
        let after = activity_on(&left, date(2021, 9, 2), InactiveAfter::USUAL);
        assert_eq!(after, (Activity::Ended, Some(EndReason::MovedOut)));
    }

    #[test]
    fn no_month_and_more_than_ten_years_make_no_sense() {
        assert_eq!(InactiveAfter::months(0), None);
        assert_eq!(InactiveAfter::months(121), None);
        assert_eq!(InactiveAfter::months(12).map(InactiveAfter::get), Some(12));
    }

    #[test]
    fn a_new_number_of_months_counts_from_its_day_and_leaves_the_days_before() {
        let from = |valid_from, months| Patience {
            valid_from,
            after: InactiveAfter::months(months).unwrap(),
        };
        let all = [from(date(2022, 7, 1), 3), from(date(2017, 1, 1), 6)];
        let months = |day| Patience::on(&all, day).get();
        assert_eq!((months(date(2022, 6, 30)), months(date(2022, 7, 1))), (6, 3));
        assert_eq!(months(date(2016, 12, 31)), 6);
    }

    proptest! {
        #[test]
        fn longer_patience_never_makes_anybody_inactive(
            last in 0..2000_i64, day in 0..2000_i64, months in 1..60_u16, more in 0..60_u16,
        ) {
            let date = |days: i64| date(2018, 1, 1).saturating_add(days.days());
            let with = |months| {
                let after = InactiveAfter::months(months).unwrap();
                activity_on(&seen(date(last)), date(day), after).0
            };
            prop_assert!(with(months) != Activity::Active || with(months + more) == Activity::Active);
        }
    }
}
