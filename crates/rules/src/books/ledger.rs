//! The books of one business: what may be entered, taken back, closed and opened again.

use super::{Account, Entry, Posting, Refused};
use crate::{BookEntryId, Rupiah, growth::Month};
use jiff::civil::{Date, date};

/// The most one entry may be of; sums of millions of entries still fit.
const LARGEST: i64 = 1_000_000_000_000;
const EARLIEST: Date = date(2000, 1, 1);

/// Every entry of one business, and the months that are closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Books {
    /// In the order in which they were made.
    pub entries: Vec<Entry>,
    /// In the order in which they were closed, which is the order of the calendar.
    pub closed: Vec<Month>,
}

impl Books {
    /// Whether nothing more can be entered on that day.
    pub fn is_closed(&self, on: Date) -> bool {
        self.closed.last().is_some_and(|last| Month::of(on) <= *last)
    }

    /// Whether an amount may be entered on a day.
    pub fn may_enter(&self, on: Date, amount: Rupiah, today: Date) -> Result<(), Refused> {
        if amount.0 <= 0 {
            return Err(Refused::NotPositive);
        }
        if amount.0 > LARGEST {
            return Err(Refused::TooLarge);
        }
        self.is_open(on, today)
    }

    fn is_open(&self, on: Date, today: Date) -> Result<(), Refused> {
        if on > today {
            return Err(Refused::InFuture);
        }
        if on < EARLIEST {
            return Err(Refused::TooLongAgo);
        }
        if self.is_closed(on) { Err(Refused::MonthClosed) } else { Ok(()) }
    }

    /// The entry of an id.
    pub fn entry(&self, id: BookEntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entry that takes this one back.
    pub fn reversal_of(&self, id: BookEntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.reverses == Some(id))
    }

    /// The day on which an entry is best taken back: its own, and today where its month is closed.
    pub fn day_to_reverse(&self, entry: &Entry, today: Date) -> Date {
        if self.is_closed(entry.on) { today } else { entry.on }
    }

    /// What takes an entry back on a day. Corrections come by reversal alone: nothing is changed or deleted.
    pub fn may_reverse(&self, id: BookEntryId, on: Date, today: Date) -> Result<Entry, Refused> {
        let entry = self.entry(id).ok_or(Refused::NoSuchEntry)?;
        if entry.reverses.is_some() {
            return Err(Refused::ReversalOfReversal);
        }
        if self.reversal_of(id).is_some() {
            return Err(Refused::AlreadyReversed);
        }
        if on < entry.on {
            return Err(Refused::BeforeEntry);
        }
        self.is_open(on, today)?;
        Ok(Entry { on, posting: entry.posting.reversed(), reverses: Some(id), ..*entry })
    }

    /// Whether a month may be closed: it is over, something happened in it, and none before it is open.
    pub fn may_close(&self, month: Month, today: Date) -> Result<(), Refused> {
        if self.closed.last().is_some_and(|last| month <= *last) {
            return Err(Refused::MonthClosed);
        }
        if month >= Month::of(today) {
            return Err(Refused::MonthNotOver);
        }
        match self.next_to_close() {
            Some(first) if first < month => Err(Refused::EarlierOpen),
            Some(first) if first == month => Ok(()),
            Some(_) | None => Err(Refused::MonthEmpty),
        }
    }

    /// The first open month in which something happened.
    pub fn next_to_close(&self) -> Option<Month> {
        let open = self.entries.iter().filter(|entry| !self.is_closed(entry.on));
        open.map(|entry| Month::of(entry.on)).min()
    }

    /// Whether a closed month may be opened again: the last one alone.
    pub fn may_reopen(&self, month: Month) -> Result<(), Refused> {
        if self.closed.last() == Some(&month) { Ok(()) } else { Err(Refused::NotLastClosed) }
    }

    /// How much more an account was debited than credited, over the entries from one day to another.
    pub fn moved(&self, account: Account, from: Date, to: Date) -> i64 {
        let within = self.entries.iter().filter(|entry| from <= entry.on && entry.on <= to);
        within.map(|entry| entry.posting.moves(account)).sum()
    }

    /// The same over all entries up to a day.
    pub fn balance(&self, account: Account, on: Date) -> i64 {
        self.moved(account, Date::MIN, on)
    }

    /// What was sold in a month, paid or not.
    pub fn turnover(&self, month: Month) -> Rupiah {
        let of = self.entries.iter().filter(|entry| Month::of(entry.on) == month);
        Rupiah(-of.map(|entry| entry.posting.moves(Account::Sales)).sum::<i64>())
    }

    /// All entries up to a day summed; it is zero, because every posting is.
    pub fn trial(&self, on: Date) -> i64 {
        Account::ALL.into_iter().map(|account| self.balance(account, on)).sum()
    }
}

impl Posting {
    /// Whether it moves money from one purse into the other.
    pub const fn is_transfer(&self) -> bool {
        self.debit.is_money() && self.credit.is_money()
    }
}
