//! What an owner says happened, in plain words, and the two accounts it moves.

use super::Account;
use crate::worded::worded;

worded! {
    /// Where a kind of entry is found on the phone.
    named => Group {
        /// Money came in.
        MoneyIn = "money_in", "Uang masuk", "Money in";
        /// Money went out.
        MoneyOut = "money_out", "Uang keluar", "Money out";
        /// Nobody paid yet.
        Owed = "owed", "Utang piutang", "Owed";
        /// Stock was used.
        Stock = "stock", "Stok", "Stock";
        /// Seldom needed: how the business began, depreciation, to the bank and back.
        Other = "other", "Lainnya", "Other";
    }
}

worded! {
    /// Where the money of an entry is.
    parse_officer => Purse {
        /// Coins and notes.
        Cash = "cash", "Tunai", "Cash", "kas";
        /// An account, QRIS included.
        Bank = "bank", "Bank atau QRIS", "Bank or QRIS", "qris", "transfer";
    }
}

worded! {
    /// What happened.
    parse_officer => Kind {
        /// Sold and paid.
        Sale = "sale", "Penjualan", "Sale";
        /// A customer paid what they owed.
        CustomerPaid = "customer_paid", "Pelanggan melunasi", "A customer paid a debt";
        /// Other income.
        OtherIncome = "other_income", "Pendapatan lain", "Other income";
        /// The owner put money in.
        OwnerIn = "owner_in", "Modal dari pemilik", "Owner put money in";
        /// A bank's loan arrived.
        LoanIn = "loan_in", "Pinjaman bank atau KUR cair", "Bank loan or KUR received";
        /// Borrowed from others.
        Borrowed = "borrowed", "Pinjam dari orang lain", "Borrowed from others";
        /// Materials or goods bought and paid.
        StockBought = "stock_bought", "Beli bahan atau barang", "Bought materials or goods";
        /// Supplies bought and paid.
        SuppliesBought = "supplies_bought", "Beli perlengkapan", "Bought supplies";
        /// Wages paid.
        WagesPaid = "wages_paid", "Gaji dan upah", "Wages";
        /// Rent paid.
        RentPaid = "rent_paid", "Sewa", "Rent";
        /// Electricity, water, gas paid.
        UtilitiesPaid = "utilities_paid", "Listrik, air, gas", "Utilities";
        /// Transport paid.
        TransportPaid = "transport_paid", "Transpor", "Transport";
        /// Marketing paid.
        MarketingPaid = "marketing_paid", "Pemasaran", "Marketing";
        /// Another expense paid.
        OtherPaid = "other_paid", "Beban lain", "Other expense";
        /// A tool or machine bought and paid.
        EquipmentBought = "equipment_bought", "Beli alat atau mesin", "Bought a tool or machine";
        /// A supplier was paid what was owed.
        SupplierPaid = "supplier_paid", "Bayar utang ke pemasok", "Paid a supplier's debt";
        /// A part of a bank's loan was repaid, without interest.
        LoanRepaid = "loan_repaid", "Angsuran pokok pinjaman", "Loan repayment";
        /// Interest or margin paid.
        InterestPaid = "interest_paid", "Bunga pinjaman", "Loan interest";
        /// Others were repaid.
        DebtRepaid = "debt_repaid", "Kembalikan pinjaman lain", "Repaid others";
        /// Tax paid.
        TaxPaid = "tax_paid", "Pajak", "Tax";
        /// The owner took money for private use.
        OwnerOut = "owner_out", "Diambil untuk pribadi", "Taken for private use";
        /// Sold, to be paid later.
        SoldOnCredit = "sold_on_credit", "Dijual, dibayar nanti", "Sold, to be paid later";
        /// Materials bought, to be paid later.
        StockOnCredit = "stock_on_credit", "Bahan diambil, dibayar nanti", "Materials taken, to pay later";
        /// Another expense, to be paid later.
        ExpenseOnCredit = "expense_on_credit", "Beban lain, dibayar nanti", "Other expense, to pay later";
        /// A tool bought, to be paid later.
        EquipmentOnCredit = "equipment_on_credit", "Alat diambil, dibayar nanti", "Tool taken, to pay later";
        /// Materials used or goods handed over, at what they cost.
        StockUsed = "stock_used", "Bahan dipakai atau barang terjual", "Materials used or goods sold";
        /// Supplies used up.
        SuppliesUsed = "supplies_used", "Perlengkapan habis dipakai", "Supplies used up";
        /// Goods the owner took home, at what they cost.
        StockTaken = "stock_taken", "Barang diambil untuk pribadi", "Goods taken for private use";
        /// What tools lost in the month.
        Depreciated = "depreciated", "Penyusutan alat", "Depreciation of tools";
        /// Cash brought to the bank.
        ToBank = "to_bank", "Setor ke bank", "Paid into the bank";
        /// Cash taken from the bank.
        ToCash = "to_cash", "Tarik tunai", "Took cash out";
        /// What customers owed when the books began.
        StartReceivable = "start_receivable", "Awal: piutang", "Start: receivables";
        /// The stock there was when the books began.
        StartStock = "start_stock", "Awal: persediaan", "Start: stock";
        /// The tools there were when the books began.
        StartEquipment = "start_equipment", "Awal: alat dan mesin", "Start: tools and machines";
        /// What suppliers were owed when the books began.
        StartPayable = "start_payable", "Awal: utang usaha", "Start: trade payables";
        /// What a bank was owed when the books began.
        StartLoan = "start_loan", "Awal: utang bank", "Start: bank loan";
    }
}

/// One of the two accounts an entry moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Wherever the money is.
    Money,
    /// Always this one.
    Of(Account),
}

impl Purse {
    /// Its account.
    pub const fn account(self) -> Account {
        match self {
            Self::Cash => Account::Cash,
            Self::Bank => Account::Bank,
        }
    }
}

impl Kind {
    /// Where it is found.
    pub const fn group(self) -> Group {
        match self {
            Self::Sale
            | Self::CustomerPaid
            | Self::OtherIncome
            | Self::OwnerIn
            | Self::LoanIn
            | Self::Borrowed => Group::MoneyIn,
            Self::StockBought
            | Self::SuppliesBought
            | Self::WagesPaid
            | Self::RentPaid
            | Self::UtilitiesPaid
            | Self::TransportPaid
            | Self::MarketingPaid
            | Self::OtherPaid
            | Self::EquipmentBought
            | Self::SupplierPaid
            | Self::LoanRepaid
            | Self::InterestPaid
            | Self::DebtRepaid
            | Self::TaxPaid
            | Self::OwnerOut => Group::MoneyOut,
            Self::SoldOnCredit
            | Self::StockOnCredit
            | Self::ExpenseOnCredit
            | Self::EquipmentOnCredit => Group::Owed,
            Self::StockUsed | Self::SuppliesUsed | Self::StockTaken => Group::Stock,
            Self::Depreciated
            | Self::ToBank
            | Self::ToCash
            | Self::StartReceivable
            | Self::StartStock
            | Self::StartEquipment
            | Self::StartPayable
            | Self::StartLoan => Group::Other,
        }
    }

    /// The account that is debited and the one that is credited.
    pub const fn accounts(self, purse: Purse) -> (Account, Account) {
        let (debit, credit) = self.sides();
        (debit.account(purse), credit.account(purse))
    }

    const fn sides(self) -> (Side, Side) {
        use Account as A;
        use Side::{Money, Of};
        match self {
            Self::Sale => (Money, Of(A::Sales)),
            Self::CustomerPaid => (Money, Of(A::Receivable)),
            Self::OtherIncome => (Money, Of(A::OtherIncome)),
            Self::OwnerIn => (Money, Of(A::Capital)),
            Self::LoanIn => (Money, Of(A::BankLoan)),
            Self::Borrowed => (Money, Of(A::OtherDebt)),
            Self::StockBought => (Of(A::Stock), Money),
            Self::SuppliesBought => (Of(A::Supplies), Money),
            Self::WagesPaid => (Of(A::Wages), Money),
            Self::RentPaid => (Of(A::Rent), Money),
            Self::UtilitiesPaid => (Of(A::Utilities), Money),
            Self::TransportPaid => (Of(A::Transport), Money),
            Self::MarketingPaid => (Of(A::Marketing), Money),
            Self::OtherPaid => (Of(A::OtherExpenses), Money),
            Self::EquipmentBought => (Of(A::FixedAssets), Money),
            Self::SupplierPaid => (Of(A::Payable), Money),
            Self::LoanRepaid => (Of(A::BankLoan), Money),
            Self::InterestPaid => (Of(A::Interest), Money),
            Self::DebtRepaid => (Of(A::OtherDebt), Money),
            Self::TaxPaid => (Of(A::Tax), Money),
            Self::OwnerOut => (Of(A::Drawings), Money),
            Self::SoldOnCredit => (Of(A::Receivable), Of(A::Sales)),
            Self::StockOnCredit => (Of(A::Stock), Of(A::Payable)),
            Self::ExpenseOnCredit => (Of(A::OtherExpenses), Of(A::Payable)),
            Self::EquipmentOnCredit => (Of(A::FixedAssets), Of(A::Payable)),
            Self::StockUsed => (Of(A::Materials), Of(A::Stock)),
            Self::SuppliesUsed => (Of(A::OtherExpenses), Of(A::Supplies)),
            Self::StockTaken => (Of(A::Drawings), Of(A::Stock)),
            Self::Depreciated => (Of(A::Depreciation), Of(A::AccumulatedDepreciation)),
            Self::ToBank => (Of(A::Bank), Of(A::Cash)),
            Self::ToCash => (Of(A::Cash), Of(A::Bank)),
            Self::StartReceivable => (Of(A::Receivable), Of(A::Capital)),
            Self::StartStock => (Of(A::Stock), Of(A::Capital)),
            Self::StartEquipment => (Of(A::FixedAssets), Of(A::Capital)),
            Self::StartPayable => (Of(A::Capital), Of(A::Payable)),
            Self::StartLoan => (Of(A::Capital), Of(A::BankLoan)),
        }
    }

    /// Whether it asks where the money is.
    pub const fn asks_purse(self) -> bool {
        matches!(self.sides(), (Side::Money, _) | (_, Side::Money))
    }

    /// The kinds of a group, in the order of the form.
    pub fn of_group(group: Group) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.group() == group)
    }
}

impl Side {
    const fn account(self, purse: Purse) -> Account {
        match self {
            Self::Money => purse.account(),
            Self::Of(account) => account,
        }
    }
}
