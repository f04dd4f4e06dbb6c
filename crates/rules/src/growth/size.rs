//! The size classes of the law, by rule sets that are data with a first day (BR-28).

use super::{Measurement, assets_at, year_at};
use crate::{Rupiah, worded::worded};
use jiff::civil::{Date, date};
use std::borrow::Cow;

worded! {
    /// How large a business is by law.
    parse_officer => SizeClass {
        /// *Mikro*.
        Micro = "micro", "Mikro", "Micro";
        /// *Kecil*.
        Small = "small", "Kecil", "Small";
        /// *Menengah*.
        Medium = "medium", "Menengah", "Medium";
        /// *Besar*: beyond what the programme is for.
        Large = "large", "Besar", "Large";
    }
}

worded! {
    /// What a class was counted from.
    named => Basis {
        /// The sales of a known year.
        Sales = "sales", "Hasil penjualan tahunan", "Annual sales";
        /// The assets, where no year is known.
        Capital = "capital", "Modal usaha", "Business capital";
    }
}

/// The limits of one law. A class ends with its limit, so that exactly the limit is still in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizeRules {
    /// What the law is called.
    pub code: Cow<'static, str>,
    /// The first day it counts; it counts until another does.
    pub valid_from: Date,
    /// The most annual sales of a micro, small and medium business.
    pub sales: [Rupiah; 3],
    /// The most capital of them: net worth by the old law, capital without land by the new.
    pub capital: [Rupiah; 3],
}

const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1000 * MILLION;

static DELIVERED: [SizeRules; 2] = [
    SizeRules {
        code: Cow::Borrowed("UU 20/2008"),
        valid_from: date(2008, 7, 4),
        sales: [Rupiah(300 * MILLION), Rupiah(2500 * MILLION), Rupiah(50 * BILLION)],
        capital: [Rupiah(50 * MILLION), Rupiah(500 * MILLION), Rupiah(10 * BILLION)],
    },
    SizeRules {
        code: Cow::Borrowed("PP 7/2021"),
        valid_from: date(2021, 2, 2),
        sales: [Rupiah(2 * BILLION), Rupiah(15 * BILLION), Rupiah(50 * BILLION)],
        capital: [Rupiah(BILLION), Rupiah(5 * BILLION), Rupiah(10 * BILLION)],
    },
];

impl SizeRules {
    /// The laws as delivered; the operator may add one.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// The class of a business by an amount of that kind.
    pub fn class(&self, basis: Basis, amount: Rupiah) -> SizeClass {
        let limits = match basis {
            Basis::Sales => self.sales,
            Basis::Capital => self.capital,
        };
        SizeClass::ALL[limits.iter().filter(|limit| amount > **limit).count()]
    }

    /// Whether each limit is above the one before, without which a class would be empty.
    pub fn is_ordered(&self) -> bool {
        [self.sales, self.capital].iter().all(|[a, b, c]| Rupiah(0) <= *a && a < b && b < c)
    }
}

/// The rules that count on a day; none before the first of them.
pub fn rules_on(sets: &[SizeRules], day: Date) -> Option<&SizeRules> {
    sets.iter().filter(|set| set.valid_from <= day).max_by_key(|set| set.valid_from)
}

/// A class, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sized {
    /// The class.
    pub class: SizeClass,
    /// What it was counted from.
    pub basis: Basis,
    /// The amount.
    pub amount: Rupiah,
    /// The law.
    pub rules: Cow<'static, str>,
}

/// The class on a day: by annual sales if a year is known, else by assets not older than so many months.
pub fn class_at(
    series: &[Measurement],
    day: Date,
    sets: &[SizeRules],
    fresh_months: u16,
) -> Option<Sized> {
    let rules = rules_on(sets, day)?;
    let sales = year_at(series, day).map(|year| (Basis::Sales, year.sales));
    let capital = || assets_at(series, day, fresh_months).map(|rupiah| (Basis::Capital, rupiah));
    let (basis, amount) = sales.or_else(capital)?;
    Some(Sized { class: rules.class(basis, amount), basis, amount, rules: rules.code.clone() })
}
