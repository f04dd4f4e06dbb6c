//! Every class and every answer of the worked businesses, in both definitions.

use super::*;
use std::fmt::Write;

const TABLE: &str = include_str!("worked.csv");

#[test]
fn every_worked_business_has_the_class_and_the_answers_found_by_hand() {
    let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.len() >= 40, "{} businesses", rows.len());
    for row in rows {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [what, measurements, on, expected @ ..] = &cells[..] else { panic!("{row}") };
        let series = series(measurements);
        assert_eq!(answers(&series, day(on)), expected, "{what}");
    }
}

/// The answers as the table writes them.
fn answers(series: &[Measurement], on: Date) -> Vec<String> {
    let usual = Terms::USUAL;
    let class = class_at(series, on, SizeRules::delivered(), usual.fresh_months);
    let class = class.map(|found| format!("{} {} {}", found.class, found.basis, found.rules));
    let strict = class_change(series, on, SizeRules::delivered(), usual.fresh_months);
    let any = level_up(series, on, &usual);
    let all = level_up(series, on, &Terms { need: Need::All, ..usual });
    assert_eq!(any.changes(), all.changes());
    let gained = any.workers_gained().map(|gained| gained.to_string());
    vec![
        class.unwrap_or_else(|| "-".into()),
        strict.outcome.to_string(),
        any.changes().map(Outcome::word).join(" "),
        any.outcome.to_string(),
        all.outcome.to_string(),
        gained.unwrap_or_else(|| "-".into()),
    ]
}

/// `B2021-03:t=20jt,a=40jt,w=2 2021-10..2021-12:t=22jt`.
fn series(raw: &str) -> Vec<Measurement> {
    raw.split(' ').flat_map(measurements).collect()
}

fn measurements(raw: &str) -> Vec<Measurement> {
    let (months, values) = raw.split_once(':').unwrap();
    let unmarked = months.trim_start_matches('B');
    let (first, last) = unmarked.split_once("..").unwrap_or((unmarked, unmarked));
    let months_in = month(first).0..=month(last).0;
    months_in.map(|at| measurement(Month(at), values, months.starts_with('B'))).collect()
}

fn measurement(month: Month, values: &str, is_baseline: bool) -> Measurement {
    let mut measurement = Measurement { is_baseline, ..empty(month) };
    for value in values.split(',') {
        match value.split_once('=').unwrap() {
            ("t", amount) => measurement.turnover = Some(Rupiah(rupiah(amount))),
            ("a", amount) => measurement.assets = Some(Rupiah(rupiah(amount))),
            ("w", count) => measurement.workers = Some(workers(count.parse().unwrap())),
            other => panic!("{other:?}"),
        }
    }
    measurement
}

fn rupiah(raw: &str) -> i64 {
    let mut digits = raw.trim_end_matches("jt").to_string();
    if raw.ends_with("jt") {
        write!(digits, "000000").unwrap();
    }
    digits.parse().unwrap()
}

#[test]
fn a_class_change_says_which_law_it_used_and_that_another_counted_before() {
    let series = series("2020-01..2020-11:t=150jt B2020-12:t=150jt 2021-01..2021-12:t=158jt");
    let change = class_change(&series, day("2021-12-31"), SizeRules::delivered(), 12);
    assert_eq!(change.rules.as_deref(), Some("PP 7/2021"));
    assert_eq!(change.classes, Some((SizeClass::Micro, SizeClass::Micro)));
    assert_eq!(change.basis, Some(Basis::Sales));
    assert!(change.law_changed);
    let earlier = class_change(&series, day("2021-02-01"), SizeRules::delivered(), 12);
    assert!(!earlier.law_changed);
    assert_eq!(earlier.rules.as_deref(), Some("UU 20/2008"));
}

#[test]
fn a_law_added_as_data_counts_from_its_first_day() {
    let mut sets = SizeRules::delivered().to_vec();
    let next =
        SizeRules { code: "PP 1/2027".into(), valid_from: day("2027-01-01"), ..sets[1].clone() };
    sets.insert(0, next);
    assert_eq!(rules_on(&sets, day("2026-12-31")).unwrap().code, "PP 7/2021");
    assert_eq!(rules_on(&sets, day("2027-01-01")).unwrap().code, "PP 1/2027");
    assert_eq!(rules_on(&sets, day("2008-07-03")), None);
}

#[test]
fn the_indicators_that_rose_and_fell_are_named() {
    let series = series("B2021-03:t=20jt,a=40jt,w=5 2021-12:t=30jt,a=40jt,w=3");
    let grown = level_up(&series, day("2021-12-31"), &Terms::USUAL);
    assert!(grown.that(Outcome::Rose).eq([Indicator::Turnover]));
    assert!(grown.that(Outcome::Fell).eq([Indicator::Workers]));
}
