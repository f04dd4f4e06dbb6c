//! The small chart of accounts of a micro business, on the items of SAK EMKM (IAI 2016).

use crate::worded::worded;

worded! {
    /// What an account is of; assets and expenses grow by a debit, the others by a credit.
    named => Class {
        /// What the business has.
        Asset = "asset", "Aset", "Assets";
        /// What it owes.
        Liability = "liability", "Liabilitas", "Liabilities";
        /// What is left for the owner.
        Equity = "equity", "Ekuitas", "Equity";
        /// What it earned.
        Income = "income", "Pendapatan", "Income";
        /// What earning cost.
        Expense = "expense", "Beban", "Expenses";
    }
}

worded! {
    /// An account of the chart.
    parse_officer => Account {
        /// Coins and notes.
        Cash = "cash", "Kas", "Cash";
        /// Money at a bank, QRIS included.
        Bank = "bank", "Bank dan QRIS", "Bank and QRIS";
        /// What customers owe.
        Receivable = "receivable", "Piutang", "Receivables";
        /// Materials and goods for sale.
        Stock = "stock", "Persediaan", "Stock";
        /// What is used up beside the goods.
        Supplies = "supplies", "Perlengkapan", "Supplies";
        /// Tools and machines, at what they cost.
        FixedAssets = "fixed_assets", "Aset tetap", "Fixed assets";
        /// What they have lost since; grows by a credit.
        AccumulatedDepreciation = "accumulated_depreciation", "Akumulasi penyusutan", "Accumulated depreciation";
        /// What suppliers are owed.
        Payable = "payable", "Utang usaha", "Trade payables";
        /// What a bank is owed, KUR included.
        BankLoan = "bank_loan", "Utang bank atau KUR", "Bank loans and KUR";
        /// What others are owed.
        OtherDebt = "other_debt", "Utang lain", "Other debts";
        /// What the owner put in.
        Capital = "capital", "Modal pemilik", "Owner's capital";
        /// What the owner took out; grows by a debit.
        Drawings = "drawings", "Prive", "Drawings";
        /// What was earned so far and is still there; nothing is ever entered here.
        RetainedEarnings = "retained_earnings", "Saldo laba", "Retained earnings";
        /// Sales.
        Sales = "sales", "Penjualan", "Sales";
        /// Other income.
        OtherIncome = "other_income", "Pendapatan lain", "Other income";
        /// Materials used, cost of goods sold.
        Materials = "materials", "Bahan dan harga pokok", "Materials and cost of goods";
        /// Wages.
        Wages = "wages", "Gaji dan upah", "Wages";
        /// Rent.
        Rent = "rent", "Sewa", "Rent";
        /// Electricity, water, gas.
        Utilities = "utilities", "Listrik, air, gas", "Utilities";
        /// Transport.
        Transport = "transport", "Transpor", "Transport";
        /// Marketing.
        Marketing = "marketing", "Pemasaran", "Marketing";
        /// What tools and machines lost in the period.
        Depreciation = "depreciation", "Penyusutan", "Depreciation";
        /// Interest and the margin of a loan.
        Interest = "interest", "Bunga", "Interest";
        /// Taxes.
        Tax = "tax", "Pajak", "Tax";
        /// Other expenses.
        OtherExpenses = "other_expenses", "Beban lain", "Other expenses";
    }
}

impl Account {
    /// The number in the chart.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Cash => "1.1",
            Self::Bank => "1.2",
            Self::Receivable => "1.3",
            Self::Stock => "1.4",
            Self::Supplies => "1.5",
            Self::FixedAssets => "1.6",
            Self::AccumulatedDepreciation => "1.7",
            Self::Payable => "2.1",
            Self::BankLoan => "2.2",
            Self::OtherDebt => "2.3",
            Self::Capital => "3.1",
            Self::Drawings => "3.2",
            Self::RetainedEarnings => "3.3",
            Self::Sales => "4.1",
            Self::OtherIncome => "4.2",
            Self::Materials => "5.1",
            Self::Wages => "5.2",
            Self::Rent => "5.3",
            Self::Utilities => "5.4",
            Self::Transport => "5.5",
            Self::Marketing => "5.6",
            Self::Depreciation => "5.7",
            Self::Interest => "5.8",
            Self::Tax => "5.9",
            Self::OtherExpenses => "5.10",
        }
    }

    /// What it is of.
    pub const fn class(self) -> Class {
        match self {
            Self::Cash
            | Self::Bank
            | Self::Receivable
            | Self::Stock
            | Self::Supplies
            | Self::FixedAssets
            | Self::AccumulatedDepreciation => Class::Asset,
            Self::Payable | Self::BankLoan | Self::OtherDebt => Class::Liability,
            Self::Capital | Self::Drawings | Self::RetainedEarnings => Class::Equity,
            Self::Sales | Self::OtherIncome => Class::Income,
            Self::Materials
            | Self::Wages
            | Self::Rent
            | Self::Utilities
            | Self::Transport
            | Self::Marketing
            | Self::Depreciation
            | Self::Interest
            | Self::Tax
            | Self::OtherExpenses => Class::Expense,
        }
    }

    /// Whether it holds money.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Cash | Self::Bank)
    }
}

impl Class {
    /// Whether an account of it grows by a debit.
    pub const fn grows_by_debit(self) -> bool {
        matches!(self, Self::Asset | Self::Expense)
    }
}
