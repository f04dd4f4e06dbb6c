//! Annual sales of many businesses, where all twelve months of a year are told.

use super::page::MISSING;
use super::scope::Scope;
use super::values::Values;
use crate::chunk::CHUNK;

const YEAR: u16 = 12;
/// Businesses of one page registered one after the other, so that few months begin their years; of more months
/// than this, each business is read by itself.
const TOGETHER: usize = 6;

/// The year on the day, and the sales of the year a business began with.
pub(super) struct Years {
    /// Sales of the twelve months up to the last that is over, else of the calendar year before.
    pub now: [u64; CHUNK],
    /// The last month of that year.
    last: [u16; CHUNK],
    /// Sales of the twelve months up to some months, read for all businesses of the page together.
    read: Vec<(u16, Box<[u64; CHUNK]>)>,
}

/// Sums up the twelve months up to one, missing where one of them is.
fn sales_to(scope: &Scope<'_>, page: usize, last: u16) -> [u64; CHUNK] {
    let mut sales = [0; CHUNK];
    for month in (last + 1).saturating_sub(YEAR)..=last {
        let Some(page) = scope.known.months.page(month, page) else { return [MISSING; CHUNK] };
        for (sum, turnover) in sales.iter_mut().zip(&page.turnover) {
            let missing = *sum == MISSING || *turnover == MISSING;
            *sum = if missing { MISSING } else { *sum + *turnover };
        }
    }
    sales
}

impl Years {
    pub fn read(scope: &Scope<'_>, page: usize) -> Self {
        let (full, december) = (scope.times.full, scope.times.last_december());
        let mut years =
            Self { now: sales_to(scope, page, full), last: [full; CHUNK], read: Vec::new() };
        if december != full && years.now.contains(&MISSING) {
            let calendar = sales_to(scope, page, december);
            for (at, sales) in calendar.into_iter().enumerate() {
                if years.now[at] == MISSING {
                    years.now[at] = sales;
                    years.last[at] = december;
                }
            }
        }
        years
    }

    /// Sales then and now, where both years are known and the later one is later.
    pub fn both(
        &mut self,
        scope: &Scope<'_>,
        page: usize,
        at: usize,
        values: &Values,
    ) -> Option<(u64, u64)> {
        let now = self.now[at];
        if now == MISSING {
            return None;
        }
        let baseline = values.baseline[at];
        let begun = baseline.checked_add(YEAR - 1)?;
        let mut year_to = |last| Some((last, self.sales_to(scope, page, at, last)?));
        let (last, then) = year_to(baseline).or_else(|| year_to(begun))?;
        (last < self.last[at]).then_some((then, now))
    }

    fn sales_to(&mut self, scope: &Scope<'_>, page: usize, at: usize, last: u16) -> Option<u64> {
        let known = self.read.iter().position(|(of, _)| *of == last);
        let known = known.or_else(|| {
            (self.read.len() < TOGETHER).then(|| {
                self.read.push((last, Box::new(sales_to(scope, page, last))));
                self.read.len() - 1
            })
        });
        match known {
            Some(known) => told(self.read[known].1[at]),
            None => one_year(scope, page, at, last),
        }
    }
}

fn one_year(scope: &Scope<'_>, page: usize, at: usize, last: u16) -> Option<u64> {
    let first = last.checked_sub(YEAR - 1)?;
    (first..=last).map(|month| told(scope.known.months.page(month, page)?.turnover[at])).sum()
}

fn told(turnover: u64) -> Option<u64> {
    (turnover != MISSING).then_some(turnover)
}
