//! Moving up by the programme's definition: growth against the baseline (BR-29).

use super::measurement::{newest, of_month};
use super::{Indicator, Measurement, Month, Outcome, Terms};
use jiff::civil::Date;

/// How a business grew since its baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grown {
    /// The answer by the terms.
    pub outcome: Outcome,
    /// The answer of each indicator, by `Indicator::index`, whether the terms ask for it or not.
    pub changes: [Outcome; 3],
    /// Workers now less workers then, where both are known: job absorption.
    pub workers_gained: Option<i64>,
}

impl Grown {
    /// The indicators with that answer.
    pub fn that(&self, outcome: Outcome) -> impl Iterator<Item = Indicator> {
        let with = Indicator::ALL.into_iter().zip(self.changes);
        with.filter(move |(_, change)| *change == outcome).map(|(indicator, _)| indicator)
    }
}

/// The measurement growth is counted from; none where none is marked.
pub fn baseline_of(series: &[Measurement]) -> Option<&Measurement> {
    series.iter().find(|measurement| measurement.is_baseline)
}

/// The growth since the baseline as at a day. Only what was measured for later months is *now*.
pub fn level_up(series: &[Measurement], day: Date, terms: &Terms) -> Grown {
    let then = baseline_of(series);
    let turnover = changed(
        then.filter(|of| of.month <= Month::last_full(day))
            .and_then(|of| of.turnover?.0.try_into().ok()),
        then.and_then(|of| mean_turnover(series, of.month, day, terms.turnover_months)),
        terms,
    );
    let measured = then.filter(|of| of.measured_on <= day);
    let assets = changed(
        measured.and_then(|of| of.assets?.0.try_into().ok()),
        later(series, then, day, terms, |of| of.assets?.0.try_into().ok()),
        terms,
    );
    let workers_then = measured.and_then(|of| Some(of.workers?.total().into()));
    let workers_now = later(series, then, day, terms, |of| Some(of.workers?.total().into()));
    let changes = [turnover, assets, changed(workers_then, workers_now, terms)];
    Grown {
        outcome: terms.decide(changes),
        changes,
        workers_gained: gained(workers_then, workers_now),
    }
}

fn changed(then: Option<u64>, now: Option<u64>, terms: &Terms) -> Outcome {
    let both = then.zip(now);
    both.map_or(Outcome::Unknown, |(then, now)| change(then, now, terms.threshold_percent))
}

/// Rose or fell by so many percent of what it was, or more; from nothing every growth is one.
pub fn change(then: u64, now: u64, threshold_percent: u16) -> Outcome {
    let apart = u128::from(now.abs_diff(then)) * 100;
    if now == then || apart < u128::from(then) * u128::from(threshold_percent) {
        Outcome::Stayed
    } else if now > then {
        Outcome::Rose
    } else {
        Outcome::Fell
    }
}

/// The mean of the known months among the last so many that are over, after the baseline's; whole rupiah.
fn mean_turnover(series: &[Measurement], baseline: Month, day: Date, months: u16) -> Option<u64> {
    let last = Month::last_full(day);
    let first = last.before(months).max(baseline).after(1);
    let mut sum = 0_u128;
    let mut known = 0_u128;
    for month in first.0..=last.0 {
        let told = of_month(series, Month(month)).and_then(|of| of.turnover);
        if let Some(turnover) = told.and_then(|rupiah| u128::try_from(rupiah.0).ok()) {
            sum += turnover;
            known += 1;
        }
    }
    sum.checked_div(known).and_then(|mean| u64::try_from(mean).ok())
}

/// The newest fresh value, unless it is the baseline's own or an older one.
fn later(
    series: &[Measurement],
    then: Option<&Measurement>,
    day: Date,
    terms: &Terms,
    value: impl Fn(&Measurement) -> Option<u64>,
) -> Option<u64> {
    let (month, value) = newest(series, day, terms.fresh_months, value)?;
    (month > then?.month).then_some(value)
}

fn gained(then: Option<u64>, now: Option<u64>) -> Option<i64> {
    i64::try_from(now?).ok()?.checked_sub(i64::try_from(then?).ok()?)
}
