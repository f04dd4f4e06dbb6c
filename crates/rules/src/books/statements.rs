//! The statements of SAK EMKM: position, income, cash flow, notes; each counted from the entries alone.

mod cash_flow;
mod income;
mod notes;
mod position;

pub use cash_flow::{Activity, CashFlow, Flow};
pub use income::Income;
pub use notes::Note;
pub use position::Position;

use super::{Account, Books, Refused};
use crate::{Rupiah, growth::Month};
use jiff::{ToSpan, civil::Date};

/// An account with its amount, on the side on which its class grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The account.
    pub account: Account,
    /// Below zero where it lessens its class, as drawings and depreciation do.
    pub amount: Rupiah,
}

/// From a day to a day, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: Date,
    to: Date,
}

/// All statements of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statements {
    /// The period.
    pub period: Period,
    /// *Laporan posisi keuangan* at its end.
    pub position: Position,
    /// *Laporan laba rugi*.
    pub income: Income,
    /// *Laporan arus kas*.
    pub cash_flow: CashFlow,
    /// *Catatan atas laporan keuangan*.
    pub notes: Vec<Note>,
}

/// The longest period, in years.
const LONGEST: i64 = 10;

impl Period {
    /// A period, unless it ends before it begins or is of more than ten years.
    pub fn new(from: Date, to: Date) -> Result<Self, Refused> {
        let longest = from.saturating_add(LONGEST.years());
        if from <= to && to < longest { Ok(Self { from, to }) } else { Err(Refused::NoPeriod) }
    }

    /// Whole months.
    pub fn months(first: Month, last: Month) -> Result<Self, Refused> {
        let after = last.after(1).first_day().ok_or(Refused::NoPeriod)?;
        let to = after.yesterday().map_err(|_| Refused::NoPeriod)?;
        Self::new(first.first_day().ok_or(Refused::NoPeriod)?, to)
    }

    /// Its first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// Its last day.
    pub const fn to(self) -> Date {
        self.to
    }
}

impl Statements {
    /// Counts them.
    pub fn of(books: &Books, period: Period) -> Self {
        Self {
            period,
            position: Position::of(books, period.to),
            income: Income::of(books, period),
            cash_flow: CashFlow::of(books, period),
            notes: notes::of(books, period),
        }
    }
}

impl Books {
    /// Whether a report of a period may be kept: all of it is closed, and something happened in it.
    pub fn may_report(&self, period: Period) -> Result<(), Refused> {
        if !self.is_closed(period.to) {
            return Err(Refused::PeriodOpen);
        }
        let mut days = self.entries.iter().map(|entry| entry.on);
        let any = days.any(|on| period.from <= on && on <= period.to);
        if any { Ok(()) } else { Err(Refused::MonthEmpty) }
    }
}

fn sum(lines: &[Line]) -> Rupiah {
    Rupiah(lines.iter().map(|line| line.amount.0).sum())
}
