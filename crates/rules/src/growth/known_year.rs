//! Annual sales, where a year is known: twelve months in a row, each of them told (BR-27).
//!
//! A month that is missing is not zero, so eleven months are no year, whatever they sum to.

use super::{Measurement, Month, measurement::of_month};
use crate::Rupiah;
use jiff::civil::Date;

const YEAR: u16 = 12;

/// Twelve months in a row that are all told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownYear {
    /// The last of them.
    pub last: Month,
    /// What was sold in all of them.
    pub sales: Rupiah,
}

/// The year a class is counted from on a day: the twelve months up to the last one that is over,
/// and where one of these is missing the calendar year before.
pub fn year_at(series: &[Measurement], day: Date) -> Option<KnownYear> {
    let up_to = Month::last_full(day);
    let december = Month((Month::of(day).year() * YEAR).saturating_sub(1));
    year_to(series, up_to).or_else(|| year_to(series, december))
}

/// The year a business began with: the twelve months up to the baseline's month, and where one of
/// these is missing the twelve that begin with it.
pub fn baseline_year(series: &[Measurement], baseline: Month) -> Option<KnownYear> {
    year_to(series, baseline).or_else(|| year_to(series, baseline.after(YEAR - 1)))
}

fn year_to(series: &[Measurement], last: Month) -> Option<KnownYear> {
    let months = (0..YEAR).map(|back| of_month(series, last.before(back))?.turnover);
    let sales = months.map(|told| told.map(|rupiah| rupiah.0)).sum::<Option<i64>>()?;
    Some(KnownYear { last, sales: Rupiah(sales) })
}
