//! What was earned in a period, and what earning cost.

use super::{Line, Period, sum};
use crate::{
    Rupiah,
    books::{Account, Books, Class},
};

/// *Laporan laba rugi*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Income {
    /// What was earned; accounts that did not move are left out, here and below.
    pub income: Vec<Line>,
    /// What it cost.
    pub expenses: Vec<Line>,
}

impl Income {
    /// Counts it from the entries of the period.
    pub fn of(books: &Books, period: Period) -> Self {
        let of = |class: Class| {
            let accounts = Account::ALL.into_iter().filter(move |it| it.class() == class);
            let sign = if class.grows_by_debit() { 1 } else { -1 };
            let moved = |account| sign * books.moved(account, period.from(), period.to());
            let told = accounts.map(|account| Line { account, amount: Rupiah(moved(account)) });
            told.filter(|line| line.amount.0 != 0).collect()
        };
        Self { income: of(Class::Income), expenses: of(Class::Expense) }
    }

    /// All that was earned.
    pub fn total_income(&self) -> Rupiah {
        sum(&self.income)
    }

    /// All that it cost.
    pub fn total_expenses(&self) -> Rupiah {
        sum(&self.expenses)
    }

    /// Profit, or a loss below zero.
    pub fn result(&self) -> Rupiah {
        Rupiah(self.total_income().0 - self.total_expenses().0)
    }
}
