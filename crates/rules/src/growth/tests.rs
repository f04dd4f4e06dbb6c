//! Growth against a table worked out by hand, and against its laws.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod by_hand;
mod laws;

use super::*;
use crate::Rupiah;
use jiff::civil::Date;

/// A measurement of which nothing is told yet, on the last day of its month.
fn empty(month: Month) -> Measurement {
    let measured_on = month.after(1).first_day().unwrap().yesterday().unwrap();
    Measurement {
        month,
        measured_on,
        turnover: None,
        assets: None,
        workers: None,
        is_baseline: false,
    }
}

fn month(raw: &str) -> Month {
    Month::parse_officer(raw).unwrap()
}

fn day(raw: &str) -> Date {
    raw.parse().unwrap()
}

fn workers(men_paid: u32) -> Workers {
    Workers { men_paid, ..Workers::default() }
}
