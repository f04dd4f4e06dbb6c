//! What holds of every business, and what may be recorded of one.

use super::*;
use proptest::collection::btree_map;
use proptest::option;
use proptest::prelude::*;

/// Up to three years of months about 2021, some values missing, one month marked.
fn any_series() -> impl Strategy<Value = Vec<Measurement>> {
    let values = (
        option::weighted(0.9, 0..3_000_000_000_i64),
        option::of(0..12_000_000_000_i64),
        option::of(0..40_u32),
    );
    let first = 2020 * 12;
    (btree_map(0..36_u16, values, 0..37), 0..36_u16).prop_map(move |(months, baseline)| {
        let measured = months.into_iter().map(|(at, (turnover, assets, count))| Measurement {
            turnover: turnover.map(Rupiah),
            assets: assets.map(Rupiah),
            workers: count.map(workers),
            is_baseline: at == baseline,
            ..empty(Month(first + at))
        });
        measured.collect()
    })
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..1200_i64).prop_map(|days| day("2020-01-01").saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    #[test]
    fn a_higher_threshold_never_moves_anybody(then: u64, now: u64, low in 0..500_u16, more in 0..500_u16) {
        let (low, high) = (change(then, now, low), change(then, now, low + more));
        prop_assert!(high == low || high == Outcome::Stayed);
    }

    #[test]
    fn growth_seen_from_the_other_end_is_a_fall(then in 1..u64::MAX, now in 1..u64::MAX) {
        let back = match change(then, now, 0) {
            Outcome::Rose => Outcome::Fell,
            Outcome::Fell => Outcome::Rose,
            same @ (Outcome::Stayed | Outcome::Unknown) => same,
        };
        prop_assert_eq!(change(now, then, 0), back);
    }

    #[test]
    fn what_is_measured_after_the_day_says_nothing_about_it(series in any_series(), day in any_day()) {
        let known: Vec<_> = series.iter().filter(|of| of.measured_on <= day).copied().collect();
        prop_assert_eq!(level_up(&series, day, &Terms::USUAL), level_up(&known, day, &Terms::USUAL));
        let strict = |of: &[Measurement]| class_change(of, day, SizeRules::delivered(), 12).outcome;
        prop_assert_eq!(strict(&series), strict(&known));
    }

    #[test]
    fn one_that_satisfies_all_satisfies_any(series in any_series(), day in any_day()) {
        let any = level_up(&series, day, &Terms::USUAL);
        let all = level_up(&series, day, &Terms { need: Need::All, ..Terms::USUAL });
        prop_assert!(all.outcome <= any.outcome);
        prop_assert_eq!(any.changes(), all.changes());
    }

    #[test]
    fn more_sales_never_make_a_smaller_class(amount in 0..60_000_000_000_i64, more in 0..60_000_000_000_i64) {
        for (set, basis) in SizeRules::delivered().iter().flat_map(|set| Basis::ALL.map(|basis| (set, basis))) {
            let class = |amount| set.class(basis, Rupiah(amount));
            prop_assert!(class(amount) <= class(amount + more));
        }
    }

    #[test]
    fn a_known_year_needs_every_month(series in any_series(), day in any_day(), gone in 0..36_u16) {
        let month = Month(2020 * 12 + gone);
        let mut fewer = series.clone();
        fewer.retain(|of| of.month != month);
        if let Some(year) = year_at(&fewer, day) {
            prop_assert!(month > year.last || month <= year.last.before(12));
        }
    }
}

#[test]
fn the_limits_of_each_law_rise() {
    assert!(SizeRules::delivered().iter().all(SizeRules::is_ordered));
    let upside_down =
        SizeRules { sales: [Rupiah(3), Rupiah(2), Rupiah(1)], ..SizeRules::delivered()[0].clone() };
    assert!(!upside_down.is_ordered());
    assert!(Terms::USUAL.are_usable());
    assert!(!Terms { indicators: [false; 3], ..Terms::USUAL }.are_usable());
}

#[test]
fn a_measurement_says_something_possible_of_a_month_that_has_begun() {
    let march = Measurement { turnover: Some(Rupiah(1)), ..empty(month("2021-03")) };
    let check = |measurement: Measurement| may_record(&measurement, day("2021-03-31"));
    assert_eq!(check(march), Ok(()));
    assert_eq!(check(Measurement { turnover: None, ..march }), Err(Refused::NothingMeasured));
    assert_eq!(check(Measurement { assets: Some(Rupiah(-1)), ..march }), Err(Refused::Negative));
    assert_eq!(
        check(Measurement { assets: Some(Rupiah(1 << 56)), ..march }),
        Err(Refused::TooLarge)
    );
    assert_eq!(check(Measurement { month: month("2021-04"), ..march }), Err(Refused::InFuture));
    assert_eq!(
        check(Measurement { measured_on: day("2021-04-01"), ..march }),
        Err(Refused::InFuture)
    );
    assert_eq!(
        check(Measurement { measured_on: day("2021-02-28"), ..march }),
        Err(Refused::BeforeMonth)
    );
}

#[test]
fn a_jump_asks_back_at_ten_times_a_tenth_and_fifty_workers() {
    let of = |turnover, assets, count| Measurement {
        turnover: Some(Rupiah(turnover)),
        assets: Some(Rupiah(assets)),
        workers: Some(workers(count)),
        ..empty(month("2021-03"))
    };
    let odd = |last, new| Plausible::USUAL.odd(&last, &new);
    assert_eq!(odd(of(10, 10, 60), of(99, 99, 109)), []);
    assert_eq!(odd(of(10, 10, 60), of(2, 2, 11)), []);
    let jumps = [Odd::TurnoverJumped, Odd::AssetsJumped, Odd::WorkersJumped];
    assert_eq!(odd(of(10, 10, 60), of(100, 100, 110)), jumps);
    let drops = [Odd::TurnoverDropped, Odd::AssetsDropped, Odd::WorkersDropped];
    assert_eq!(odd(of(10, 10, 60), of(1, 0, 10)), drops);
    assert_eq!(odd(of(0, 0, 1), of(1000, 1000, 1)), []);
    assert_eq!(odd(of(0, 0, 1), of(0, 0, 1)), []);
    assert_eq!(odd(empty(month("2021-02")), of(1, 1, 100)), []);
}

#[test]
fn workers_are_counted_by_sex_and_by_pay() {
    let workers = Workers { women_paid: 1, women_unpaid: 2, men_paid: 4, men_unpaid: 8 };
    assert_eq!((workers.total(), workers.women(), workers.paid()), (15, 3, 5));
}
