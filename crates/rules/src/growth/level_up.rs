//! Moving up by the programme's definition: growth against the baseline (BR-29).

use super::measurement::{newest, of_month};
use super::{Indicator, Measurement, Month, Outcome, Terms};
use jiff::civil::Date;

/// One indicator at the baseline and now, in whole rupiah or workers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// At the baseline.
    pub then: Option<u64>,
    /// On the day; for turnover the mean of the last months.
    pub now: Option<u64>,
    /// Whether it rose or fell.
    pub change: Outcome,
}

/// How a business grew since its baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grown {
    /// The answer by the terms.
    pub outcome: Outcome,
    /// Every indicator, by `Indicator::index`, whether the terms ask for it or not.
    pub indicators: [Compared; 3],
}

impl Grown {
    /// The answers of the indicators.
    pub fn changes(&self) -> [Outcome; 3] {
        self.indicators.map(|compared| compared.change)
    }

    /// The indicators with that answer.
    pub fn that(&self, outcome: Outcome) -> impl Iterator<Item = Indicator> {
        let with = Indicator::ALL.into_iter().zip(self.changes());
        with.filter(move |(_, change)| *change == outcome).map(|(indicator, _)| indicator)
    }

    /// Workers now less workers then, where both are known: job absorption.
    pub fn workers_gained(&self) -> Option<i64> {
        let Compared { then, now, .. } = self.indicators[Indicator::Workers.index()];
        i64::try_from(now?).ok()?.checked_sub(i64::try_from(then?).ok()?)
    }
}

/// The measurement growth is counted from; none where none is marked.
pub fn baseline_of(series: &[Measurement]) -> Option<&Measurement> {
    series.iter().find(|measurement| measurement.is_baseline)
}

/// The growth since the baseline as at a day. Only what was measured for later months is *now*.
pub fn level_up(series: &[Measurement], day: Date, terms: &Terms) -> Grown {
    let baseline = baseline_of(series);
    let over = baseline.filter(|of| of.month <= Month::last_full(day));
    let measured = baseline.filter(|of| of.measured_on <= day);
    let newest = |value| later(series, baseline?, day, terms, value);
    let pairs = [
        (
            over.and_then(turnover),
            over.and_then(|of| mean_turnover(series, of.month, day, terms.turnover_months)),
        ),
        (measured.and_then(assets), newest(assets)),
        (measured.and_then(workers), newest(workers)),
    ];
    let indicators =
        pairs.map(|(then, now)| Compared { then, now, change: changed(then, now, terms) });
    Grown { outcome: terms.decide(indicators.map(|of| of.change)), indicators }
}

fn turnover(of: &Measurement) -> Option<u64> {
    of.turnover?.0.try_into().ok()
}

fn assets(of: &Measurement) -> Option<u64> {
    of.assets?.0.try_into().ok()
}

fn workers(of: &Measurement) -> Option<u64> {
    Some(of.workers?.total().into())
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
    let in_time = (first.0..=last.0).filter_map(|month| of_month(series, Month(month)));
    let (mut sum, mut known) = (0, 0);
    for turnover in in_time.filter_map(turnover) {
        sum += u128::from(turnover);
        known += 1;
    }
    sum.checked_div(known).and_then(|mean| u64::try_from(mean).ok())
}

/// The newest fresh value, unless it is the baseline's own or an older one.
fn later(
    series: &[Measurement],
    baseline: &Measurement,
    day: Date,
    terms: &Terms,
    value: fn(&Measurement) -> Option<u64>,
) -> Option<u64> {
    let (month, value) = newest(series, day, terms.fresh_months, value)?;
    (month > baseline.month).then_some(value)
}
