//! What is told of a business for a month; what is not told is missing, never zero (BR-27).

use super::Month;
use crate::{Rupiah, worded::worded};
use jiff::civil::Date;

worded! {
    /// Where a measurement comes from.
    parse_officer => Source {
        /// The owner said so.
        Told = "told", "Keterangan pemilik", "Told by the owner", "lisan", "pengakuan";
        /// Read from the cash book.
        Books = "books", "Pembukuan", "Books", "buku kas";
        /// Seen by the mentor in papers or stock.
        Verified = "verified", "Diverifikasi", "Verified", "verifikasi";
    }
}

/// Who works in a business, the owner included where the owner works in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Workers {
    /// Women who are paid.
    pub women_paid: u32,
    /// Women who are not, such as family.
    pub women_unpaid: u32,
    /// Men who are paid.
    pub men_paid: u32,
    /// Men who are not.
    pub men_unpaid: u32,
}

impl Workers {
    /// All of them.
    pub const fn total(self) -> u32 {
        self.women().saturating_add(self.men_paid).saturating_add(self.men_unpaid)
    }

    /// The women.
    pub const fn women(self) -> u32 {
        self.women_paid.saturating_add(self.women_unpaid)
    }

    /// The paid.
    pub const fn paid(self) -> u32 {
        self.women_paid.saturating_add(self.men_paid)
    }
}

/// One month of one business; there is at most one that stands for a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measurement {
    /// The month the turnover is of.
    pub month: Month,
    /// The day on which assets and workers were so.
    pub measured_on: Date,
    /// Sales of the month.
    pub turnover: Option<Rupiah>,
    /// Capital of the business without land and building of its place (PP 7/2021 art. 35).
    pub assets: Option<Rupiah>,
    /// Who works in it.
    pub workers: Option<Workers>,
    /// Whether growth is counted from here.
    pub is_baseline: bool,
}

/// Why a measurement cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Neither turnover nor assets nor workers were told.
    #[error("nothing-measured")]
    NothingMeasured,
    /// An amount below zero.
    #[error("negative")]
    Negative,
    /// An amount no business has: beyond 72 quadrillion rupiah.
    #[error("too-large")]
    TooLarge,
    /// The month has not begun, or the day has not come.
    #[error("in-future")]
    InFuture,
    /// Measured before the month began.
    #[error("before-month")]
    BeforeMonth,
}

/// The first amount that is refused; far beyond any business, and sums of years still fit.
const TOO_LARGE: i64 = 1 << 56;

/// Something is told, no amount is impossible, and neither month nor day lies in the future.
pub fn may_record(measurement: &Measurement, today: Date) -> Result<(), Refused> {
    let Measurement { month, measured_on, turnover, assets, workers, .. } = *measurement;
    if turnover.is_none() && assets.is_none() && workers.is_none() {
        return Err(Refused::NothingMeasured);
    }
    for Rupiah(amount) in turnover.into_iter().chain(assets) {
        match amount {
            ..0 => return Err(Refused::Negative),
            TOO_LARGE.. => return Err(Refused::TooLarge),
            0..TOO_LARGE => {}
        }
    }
    if measured_on > today || month > Month::of(today) {
        return Err(Refused::InFuture);
    }
    if Month::of(measured_on) < month { Err(Refused::BeforeMonth) } else { Ok(()) }
}

/// The measurement of a month.
pub(super) fn of_month(series: &[Measurement], month: Month) -> Option<&Measurement> {
    series.iter().find(|measurement| measurement.month == month)
}

/// The newest value measured by that day, of a month not older than so many before the day's own.
pub(super) fn newest<T>(
    series: &[Measurement],
    day: Date,
    fresh_months: u16,
    value: impl Fn(&Measurement) -> Option<T>,
) -> Option<(Month, T)> {
    let last = Month::of(day);
    let counts = |of: &&Measurement| {
        of.measured_on <= day && of.month <= last && of.month > last.before(fresh_months)
    };
    let known = series.iter().filter(counts).filter_map(|of| Some((of.month, value(of)?)));
    known.max_by_key(|(month, _)| *month)
}

/// The assets as at a day, from a measurement not older than so many months.
pub fn assets_at(series: &[Measurement], day: Date, fresh_months: u16) -> Option<Rupiah> {
    newest(series, day, fresh_months, |of| of.assets).map(|(_, assets)| assets)
}
