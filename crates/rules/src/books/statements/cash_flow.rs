//! Where money came from and where it went.

use super::Period;
use crate::{
    Rupiah,
    books::{Account, Books, Entry, Posting},
    worded::worded,
};
use jiff::civil::Date;

worded! {
    /// What money moved for.
    named => Activity {
        /// Running the business.
        Operating = "operating", "Kegiatan usaha", "Operations";
        /// Buying tools and machines.
        Investing = "investing", "Alat dan mesin", "Tools and machines";
        /// Owner, banks and other lenders.
        Financing = "financing", "Pemilik dan pinjaman", "Owner and loans";
    }
}

/// Money of one activity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// What came in. An entry taken back counts against the side it stood on, so that a period in which
    /// nothing but that happened may be below zero.
    pub inflow: Rupiah,
    /// What went out, counted alike.
    pub outflow: Rupiah,
}

impl Flow {
    /// In less out.
    pub const fn net(self) -> Rupiah {
        Rupiah(self.inflow.0 - self.outflow.0)
    }
}

/// *Laporan arus kas*: cash and bank together; money moved between the two is no flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashFlow {
    /// Money before the period.
    pub opening: Rupiah,
    /// By `Activity::index`.
    pub flows: [Flow; 3],
    /// Money at its end, counted from the accounts and not from the flows.
    pub closing: Rupiah,
}

impl CashFlow {
    /// Counts it.
    pub fn of(books: &Books, period: Period) -> Self {
        let mut flows = [Flow::default(); 3];
        for entry in &books.entries {
            if period.from() <= entry.on && entry.on <= period.to() {
                add(&mut flows, entry);
            }
        }
        let before = period.from().yesterday().unwrap_or(Date::MIN);
        Self { opening: money(books, before), flows, closing: money(books, period.to()) }
    }

    /// All that came in and went out.
    pub fn total(&self) -> Flow {
        let sum = |of: fn(&Flow) -> i64| Rupiah(self.flows.iter().map(of).sum());
        Flow { inflow: sum(|flow| flow.inflow.0), outflow: sum(|flow| flow.outflow.0) }
    }

    /// Whether closing is opening and what came in, less what went out.
    pub fn balances(&self) -> bool {
        self.closing.0 == self.opening.0 + self.total().net().0
    }
}

/// Money in both purses at the end of a day.
pub(super) fn money(books: &Books, on: Date) -> Rupiah {
    Rupiah(books.balance(Account::Cash, on) + books.balance(Account::Bank, on))
}

fn add(flows: &mut [Flow; 3], entry: &Entry) {
    let told = if entry.reverses.is_some() { entry.posting.reversed() } else { entry.posting };
    let sign = if entry.reverses.is_some() { -1 } else { 1 };
    let Some((other, comes_in)) = beside_money(&told) else { return };
    let flow = &mut flows[activity(other).index()];
    let side = if comes_in { &mut flow.inflow } else { &mut flow.outflow };
    side.0 += sign * told.amount.0;
}

/// The account beside the money, and whether money came in; none where none moved, or only to the other purse.
fn beside_money(posting: &Posting) -> Option<(Account, bool)> {
    match (posting.debit.is_money(), posting.credit.is_money()) {
        (true, false) => Some((posting.credit, true)),
        (false, true) => Some((posting.debit, false)),
        (true, true) | (false, false) => None,
    }
}

const fn activity(beside: Account) -> Activity {
    match beside {
        Account::FixedAssets | Account::AccumulatedDepreciation => Activity::Investing,
        Account::BankLoan
        | Account::OtherDebt
        | Account::Capital
        | Account::Drawings
        | Account::RetainedEarnings => Activity::Financing,
        Account::Cash
        | Account::Bank
        | Account::Receivable
        | Account::Stock
        | Account::Supplies
        | Account::Payable
        | Account::Sales
        | Account::OtherIncome
        | Account::Materials
        | Account::Wages
        | Account::Rent
        | Account::Utilities
        | Account::Transport
        | Account::Marketing
        | Account::Depreciation
        | Account::Interest
        | Account::Tax
        | Account::OtherExpenses => Activity::Operating,
    }
}
