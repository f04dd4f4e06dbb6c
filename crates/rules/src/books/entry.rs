//! An entry: one amount that leaves one account and enters another, so that none can be out of balance.

use super::{Account, Kind, Purse};
use crate::{BookEntryId, Rupiah};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The two accounts and the amount, which is above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// The account that is debited.
    pub debit: Account,
    /// The account that is credited.
    pub credit: Account,
    /// Whole rupiah, above zero (BR-30).
    pub amount: Rupiah,
}

/// One entry of a business, as it stands for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub id: BookEntryId,
    /// When it happened.
    pub on: Date,
    /// What the owner said happened; of a reversal, what it takes back.
    pub kind: Kind,
    /// What it moves.
    pub posting: Posting,
    /// The entry that this one takes back.
    pub reverses: Option<BookEntryId>,
}

impl Posting {
    /// What a kind of entry moves.
    pub const fn of(kind: Kind, purse: Purse, amount: Rupiah) -> Self {
        let (debit, credit) = kind.accounts(purse);
        Self { debit, credit, amount }
    }

    /// The same the other way round.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self { debit: self.credit, credit: self.debit, amount: self.amount }
    }

    /// How much it adds to the debit side of an account.
    pub fn moves(&self, account: Account) -> i64 {
        let debited = if self.debit == account { self.amount.0 } else { 0 };
        let credited = if self.credit == account { self.amount.0 } else { 0 };
        debited - credited
    }
}
