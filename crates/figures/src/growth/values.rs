//! What is known of many businesses at their baseline and on the day.

use super::page::{MISSING, Page, widened};
use super::question::Terms;
use super::scope::Scope;
use super::times::Times;
use crate::chunk::CHUNK;
use crate::days::NEVER;

/// Turnover, assets and workers of the businesses of one page.
pub(super) type Three = [Box<[u64; CHUNK]>; 3];

/// What is known of the businesses of one page; missing where it is not.
pub(super) struct Values {
    pub baseline: [u16; CHUNK],
    pub then: Three,
    pub now: Three,
    /// How many months the turnover now is the mean of.
    months: Box<[u64; CHUNK]>,
    /// Whether a month counts as later than the baseline.
    counts: [bool; CHUNK],
}

impl Values {
    pub fn new() -> Self {
        Self {
            baseline: [NEVER; CHUNK],
            then: std::array::from_fn(|_| Box::new([MISSING; CHUNK])),
            now: std::array::from_fn(|_| Box::new([MISSING; CHUNK])),
            months: Box::new([0; CHUNK]),
            counts: [false; CHUNK],
        }
    }

    /// Reads so many businesses of a page.
    pub fn read(&mut self, scope: &Scope<'_>, page: usize, length: usize, terms: &Terms) {
        let start = page * CHUNK;
        self.baseline[..length].copy_from_slice(&scope.known.baseline[start..start + length]);
        self.read_then(scope, page, length);
        self.read_turnover(scope, page, length, terms.turnover_months);
        self.read_newest(scope, page, length, terms.fresh_months);
    }

    fn read_then(&mut self, scope: &Scope<'_>, page: usize, length: usize) {
        self.then.iter_mut().for_each(|column| column[..length].fill(MISSING));
        for (at, month) in self.baseline[..length].iter().enumerate() {
            if *month == NEVER {
                continue;
            }
            let Some(page) = scope.known.months.page(*month, page) else { continue };
            self.then[0][at] = page.turnover[at];
            if page.measured_on[at] <= scope.times.day {
                self.then[1][at] = page.assets[at];
                self.then[2][at] = page.workers(at);
            }
        }
    }

    /// The mean of the known months among the last ones, after the baseline's.
    fn read_turnover(&mut self, scope: &Scope<'_>, page: usize, length: usize, months: u16) {
        let last = scope.times.full;
        let sums = &mut self.now[0][..length];
        let counts = &mut self.months[..length];
        sums.fill(0);
        counts.fill(0);
        for month in last.saturating_sub(months) + 1..=last {
            if let Some(page) = scope.known.months.page(month, page) {
                sum_up(sums, counts, &page.turnover, &self.baseline, month);
            }
        }
        for (sum, months) in sums.iter_mut().zip(counts.iter()) {
            *sum = sum.checked_div(*months).unwrap_or(MISSING);
        }
    }

    /// The newest assets and workers of fresh months after the baseline's.
    fn read_newest(&mut self, scope: &Scope<'_>, page: usize, length: usize, fresh: u16) {
        let Times { day, month: last, .. } = scope.times;
        let [_, assets, workers] = &mut self.now;
        let (assets, workers) = (&mut assets[..length], &mut workers[..length]);
        assets.fill(MISSING);
        workers.fill(MISSING);
        for month in (last.saturating_sub(fresh) + 1..=last).rev() {
            if !assets.contains(&MISSING) && !workers.contains(&MISSING) {
                break;
            }
            if let Some(page) = scope.known.months.page(month, page) {
                let counts = &mut self.counts[..length];
                count(counts, page, &self.baseline, month, day);
                take_newer(assets, &page.assets, counts, |assets| assets);
                take_newer(workers, page.all_workers(), counts, widened);
            }
        }
    }
}

// Apart from each other and without branches, so that they become vector instructions.

#[inline(never)]
fn sum_up(sums: &mut [u64], months: &mut [u64], turnover: &[u64], baseline: &[u16], month: u16) {
    let told = turnover.iter().zip(baseline);
    for ((sum, months), (turnover, baseline)) in sums.iter_mut().zip(months).zip(told) {
        let counts = *turnover != MISSING && *baseline < month;
        *sum += if counts { *turnover } else { 0 };
        *months += u64::from(counts);
    }
}

/// Whether the month of each business counts as later than its baseline.
#[inline(never)]
fn count(counts: &mut [bool], page: &Page, baseline: &[u16], month: u16, day: u16) {
    let days = page.measured_on.iter().zip(baseline);
    for (counts, (measured_on, baseline)) in counts.iter_mut().zip(days) {
        *counts = *measured_on <= day && *baseline < month;
    }
}

#[inline(never)]
fn take_newer<T: Copy>(newest: &mut [u64], older: &[T], counts: &[bool], widen: impl Fn(T) -> u64) {
    for ((newest, older), counts) in newest.iter_mut().zip(older).zip(counts) {
        let takes = *newest == MISSING && *counts;
        *newest = if takes { widen(*older) } else { *newest };
    }
}
