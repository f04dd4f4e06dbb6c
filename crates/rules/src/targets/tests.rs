//! Targets, by hand and by law.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
use super::*;
use crate::{Agency, Percent, RegionCode};
use jiff::{ToSpan, civil::date};
use proptest::prelude::*;

fn progress(actual: u64, target: u64) -> Progress {
    Progress { target, actual }
}

#[test]
fn published_attainments_come_out_half_up() {
    for (actual, target, printed) in [
        (226_280, 200_000, "113,14"),
        (8_637, 12_120, "71,26"),
        (67_037, 54_260, "123,55"),
        (284_164, 278_971, "101,86"),
    ] {
        assert_eq!(progress(actual, target).attainment().unwrap().to_string(), printed);
    }
    assert_eq!(progress(7, 0).attainment(), None, "without a target there is no attainment");
    assert_eq!(progress(1, 20_000).attainment(), Some(Percent(1)), "0,005 goes up");
    assert_eq!((progress(8_637, 12_120).gap(), progress(226_280, 200_000).gap()), (-3_483, 26_280));
}

#[test]
fn periods_are_read_as_officers_write_them() {
    for (raw, written, first, last) in [
        ("2018-2022", "2018-2022", date(2018, 1, 1), date(2022, 12, 31)),
        ("2017 – 2022", "2017-2022", date(2017, 1, 1), date(2022, 12, 31)),
        (" 2020 ", "2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-Q4", "2020-Q4", date(2020, 10, 1), date(2020, 12, 31)),
        ("Triwulan IV 2020", "2020-Q4", date(2020, 10, 1), date(2020, 12, 31)),
        ("TW 1 2021", "2021-Q1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2020-02", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("Februari 2021", "2021-02", date(2021, 2, 1), date(2021, 2, 28)),
    ] {
        let period = Period::parse_officer(raw).unwrap();
        assert_eq!(
            (period.to_string().as_str(), period.first(), period.last()),
            (written, first, last)
        );
        assert_eq!(Period::parse_officer(written), Some(period));
    }
    for raw in [
        "",
        "20",
        "2020-13",
        "2020-Q5",
        "2022-2018",
        "2010",
        "2018-2024",
        "Triwulan V 2020",
        "x 2020",
    ] {
        assert_eq!(Period::parse_officer(raw), None, "{raw}");
    }
    assert_eq!(Period::Quarter(2020, 4).label_id(), "Triwulan IV 2020");
    assert_eq!(Period::Month(2020, 12).label_en(), "December 2020");
}

#[test]
fn forty_four_times_sixty_is_not_the_target_of_the_whole() {
    let ppapp = Agency::parse("ppapp").ok();
    let at = |area: &str, target| Placed { agency: ppapp, area: area.parse().unwrap(), target };
    let whole = at("31", 2_460);
    let regions = crate::Regions::jakarta();
    let kecamatan = regions.all().iter().filter(|it| it.code.level() == crate::Level::Kecamatan);
    let mut all: Vec<Placed> = kecamatan.map(|it| at(&it.code.to_string(), 60)).collect();
    all.push(whole);
    let [by_area, by_agency] = parts(&whole, &all);
    assert_eq!(by_area, Some(Parts { count: 44, sum: 2_640, gap: 180 }));
    assert_eq!(by_agency, None);
    all.push(at("31.73", 500));
    let [by_area, _] = parts(&whole, &all);
    assert_eq!(by_area.unwrap().sum, 36 * 60 + 500, "what is inside a part is not counted again");
}

#[test]
fn agencies_are_parts_of_all_agencies_together() {
    let area: RegionCode = "31".parse().unwrap();
    let of = |agency: Option<&str>, target| Placed {
        agency: agency.map(|code| Agency::parse(code).unwrap()),
        area,
        target,
    };
    let whole = of(None, 200_000);
    let all = [whole, of(Some("ppapp"), 12_120), of(Some("ppkukm"), 180_000)];
    let [by_area, by_agency] = parts(&whole, &all);
    assert_eq!(by_area, None);
    assert_eq!(by_agency, Some(Parts { count: 2, sum: 192_120, gap: -7_880 }));
}

/// A count that grows by so many each day from a day on.
fn steady(from: jiff::civil::Date, days: i32, each: u64) -> Vec<(jiff::civil::Date, u64)> {
    let day =
        |at: i32| (from.checked_add(at.days()).unwrap(), each * u64::try_from(at + 1).unwrap());
    (0..days).map(day).collect()
}

#[test]
fn a_steady_pace_leads_to_a_month_and_says_when_it_is_after_the_period() {
    let curve = steady(date(2020, 1, 1), 100, 10);
    let asked = |target, period| {
        outlook(target, CountingRule::Cumulative, period, date(2020, 4, 9), &curve)
    };
    // 1.000 on 9 April, 10 a day: 500 more take 50 days, to 29 May.
    let month = date(2020, 5, 1);
    let pace = |month, after_period| Pace { month, gained: 900, days: 90, after_period };
    assert_eq!(asked(1_500, Period::Year(2020)), Outlook::Estimate(pace(month, false)));
    assert_eq!(asked(1_500, Period::Month(2020, 4)), Outlook::Estimate(pace(month, true)));
    assert_eq!(asked(1_000, Period::Year(2020)), Outlook::Reached(date(2020, 4, 9)));
    assert_eq!(asked(0, Period::Year(2020)), Outlook::Unknowable(Unknowable::NoTarget));
    assert_eq!(asked(90_000, Period::Year(2020)), Outlook::Unknowable(Unknowable::TooFar));
    let cohort = |target| {
        outlook(target, CountingRule::Cohort, Period::Year(2020), date(2020, 4, 9), &curve)
    };
    assert_eq!(cohort(5_000), Outlook::Unknowable(Unknowable::TooFar), "nothing counts after it");
}

#[test]
fn nothing_is_estimated_from_too_little() {
    let year = Period::Year(2020);
    let asked =
        |as_at, curve: &[_]| match outlook(999_999, CountingRule::Cohort, year, as_at, curve) {
            Outlook::Unknowable(why) => why,
            Outlook::Reached(_) | Outlook::Estimate(_) => Unknowable::NoTarget,
        };
    let curve = steady(date(2020, 1, 1), 20, 10);
    assert_eq!(asked(date(2019, 12, 31), &[]), Unknowable::NotBegun);
    assert_eq!(asked(date(2020, 12, 31), &curve), Unknowable::Over);
    assert_eq!(asked(date(2020, 1, 20), &curve), Unknowable::TooShort);
    assert_eq!(asked(date(2020, 6, 30), &curve), Unknowable::Standstill);
    let one_file = [(date(2020, 2, 28), 5_000)];
    assert_eq!(asked(date(2020, 3, 1), &one_file), Unknowable::Standstill, "a file is no pace");
}

proptest! {
    #[test]
    fn the_day_reached_is_the_first_whose_count_meets_the_target(
        grown in proptest::collection::vec((1_i32..40, 1_u64..500), 0..60),
        target in 0_u64..6_000,
    ) {
        let (mut day, mut count) = (date(2018, 1, 1), 0);
        let mut curve = Vec::new();
        for (days, more) in grown {
            day = day.checked_add(days.days()).unwrap();
            count += more;
            curve.push((day, count));
        }
        let slow = curve.iter().find(|(_, count)| target > 0 && *count >= target);
        let found = reached_on(target, &curve);
        prop_assert_eq!(found, slow.map(|(day, _)| *day));
        prop_assert_eq!(found.is_some(), Progress { target, actual: count }.is_met());
    }

    #[test]
    fn no_text_breaks_the_reading_of_a_period(raw in ".*") {
        if let Some(period) = Period::parse_officer(&raw) {
            prop_assert!(period.first() <= period.last());
            prop_assert_eq!(Period::parse_officer(&period.to_string()), Some(period));
        }
    }
}
