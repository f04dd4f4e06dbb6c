//! The books against their laws, against a year worked out by hand, and against somebody else's tool.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod hledger;
mod laws;
mod refusals;
mod worked;

use super::*;
use crate::{BookEntryId, Rupiah};
use jiff::civil::Date;
use uuid::Uuid;

fn id(number: u128) -> BookEntryId {
    BookEntryId(Uuid::from_u128(number))
}

fn day(raw: &str) -> Date {
    raw.parse().unwrap()
}

/// The next entry of these books.
fn entered(books: &Books, on: Date, kind: Kind, purse: Purse, amount: i64) -> Entry {
    let posting = Posting::of(kind, purse, Rupiah(amount));
    Entry { id: id(books.entries.len() as u128 + 1), on, kind, posting, reverses: None }
}

/// The same as taken back on a day.
fn taken_back(books: &Books, of: BookEntryId, on: Date, today: Date) -> Result<Entry, Refused> {
    let entry = books.may_reverse(of, on, today)?;
    Ok(Entry { id: id(books.entries.len() as u128 + 1), ..entry })
}
