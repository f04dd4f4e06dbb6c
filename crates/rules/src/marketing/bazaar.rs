//! When taking part in a bazaar is the marketing service, by a configured rule (BR-26).

use crate::{bazaar::SellingDay, worded::worded};
use jiff::civil::Date;

worded! {
    /// What makes taking part the marketing service.
    named => Ground {
        /// Being there on a day is enough.
        Attended = "attended", "Hadir", "Attended";
        /// Being there on a day and telling the sales of that day, whatever they came to.
        AttendedAndTold = "attended_and_told", "Hadir dan melapor penjualan", "Attended and told sales";
        /// Being there on a day and having sold something on it.
        AttendedAndSold = "attended_and_sold", "Hadir dan ada penjualan", "Attended and sold";
    }
}

impl Ground {
    /// As delivered: taking part *with sales*.
    pub const USUAL: Self = Self::AttendedAndSold;

    fn holds(self, day: &SellingDay) -> bool {
        let attended = day.told.attended == Some(true);
        match self {
            Self::Attended => attended,
            Self::AttendedAndTold => attended && day.told.sold.is_some(),
            Self::AttendedAndSold => attended && day.told.sold.is_some_and(|sold| sold.0 > 0),
        }
    }
}

/// The day on which the service was received: the first one that satisfies the rule. None where no day does,
/// so that a service recorded on this ground is to be taken back.
pub fn received_on(days: &[SellingDay], ground: Ground) -> Option<Date> {
    days.iter().filter(|day| ground.holds(day)).map(|day| day.on).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rupiah, bazaar::Told};
    use jiff::civil::date;
    use proptest::{option, prelude::*};

    fn told(on: i8, attended: Option<bool>, sold: Option<i64>) -> SellingDay {
        SellingDay { on: date(2026, 6, on), told: Told { attended, sold: sold.map(Rupiah) } }
    }

    #[test]
    fn each_ground_asks_for_more_than_the_one_before() {
        let days = [
            told(4, Some(true), Some(250_000)),
            told(3, Some(true), Some(0)),
            told(2, Some(true), None),
            told(1, None, Some(90_000)),
        ];
        assert_eq!(received_on(&days, Ground::Attended), Some(date(2026, 6, 2)));
        assert_eq!(received_on(&days, Ground::AttendedAndTold), Some(date(2026, 6, 3)));
        assert_eq!(received_on(&days, Ground::AttendedAndSold), Some(date(2026, 6, 4)));
    }

    #[test]
    fn the_service_falls_away_with_its_sales() {
        let with = [told(1, Some(true), Some(100_000))];
        let without = [told(1, Some(true), None)];
        assert_eq!(received_on(&with, Ground::USUAL), Some(date(2026, 6, 1)));
        assert_eq!(received_on(&without, Ground::USUAL), None);
        assert_eq!(received_on(&without, Ground::Attended), Some(date(2026, 6, 1)));
    }

    proptest! {
        #[test]
        fn who_satisfies_the_stricter_rule_satisfies_the_milder_one_no_later(
            days in proptest::collection::vec((1..28_i8, option::of(any::<bool>()), option::of(0..3_i64)), 0..9)
        ) {
            let days: Vec<_> = days.into_iter().map(|(on, came, sold)| told(on, came, sold)).collect();
            for pair in Ground::ALL.windows(2) {
                let [mild, strict] = [pair[0], pair[1]].map(|ground| received_on(&days, ground));
                prop_assert!(strict.is_none_or(|strict| mild.is_some_and(|mild| mild <= strict)));
            }
        }
    }
}
