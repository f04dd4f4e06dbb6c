//! What the business has, what it owes and what is the owner's, at the end of a day.

use super::{Line, sum};
use crate::{
    Rupiah,
    books::{Account, Books, Class},
};
use jiff::civil::Date;

/// *Laporan posisi keuangan*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The end of this day.
    pub on: Date,
    /// What it has; accounts that hold nothing are left out, here and below.
    pub assets: Vec<Line>,
    /// What it owes.
    pub liabilities: Vec<Line>,
    /// What is the owner's; what was earned so far stands in retained earnings.
    pub equity: Vec<Line>,
}

impl Position {
    /// Counts it from every entry up to that day.
    pub fn of(books: &Books, on: Date) -> Self {
        let of = |class| lines(books, class, on);
        let mut equity = of(Class::Equity);
        let earned = Rupiah(earned(books, on));
        if earned.0 != 0 {
            equity.push(Line { account: Account::RetainedEarnings, amount: earned });
        }
        Self { on, assets: of(Class::Asset), liabilities: of(Class::Liability), equity }
    }

    /// All it has.
    pub fn total_assets(&self) -> Rupiah {
        sum(&self.assets)
    }

    /// All it owes.
    pub fn total_liabilities(&self) -> Rupiah {
        sum(&self.liabilities)
    }

    /// All that is the owner's.
    pub fn total_equity(&self) -> Rupiah {
        sum(&self.equity)
    }

    /// Whether both sides are the same (BR-31).
    pub fn balances(&self) -> bool {
        self.total_assets().0 == self.total_liabilities().0 + self.total_equity().0
    }
}

fn lines(books: &Books, class: Class, on: Date) -> Vec<Line> {
    let of = Account::ALL.into_iter().filter(|account| account.class() == class);
    let sign = if class.grows_by_debit() { 1 } else { -1 };
    let told =
        of.map(|account| Line { account, amount: Rupiah(sign * books.balance(account, on)) });
    told.filter(|line| line.amount.0 != 0).collect()
}

/// All income less all expenses since the books began.
fn earned(books: &Books, on: Date) -> i64 {
    let of = Account::ALL.into_iter();
    let result = of.filter(|it| matches!(it.class(), Class::Income | Class::Expense));
    -result.map(|account| books.balance(account, on)).sum::<i64>()
}
