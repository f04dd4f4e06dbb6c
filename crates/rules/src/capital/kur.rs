//! People's business credit (KUR): limits from a day on, which advise and never refuse (BR-33).

use crate::{Rupiah, worded::worded};
use jiff::civil::{Date, date};

worded! {
    /// A kind of people's business credit (KUR).
    named => Tier {
        /// Up to 10 million.
        SuperMicro = "super_micro", "KUR super mikro", "KUR super micro";
        /// Up to 100 million.
        Micro = "micro", "KUR mikro", "KUR micro";
        /// Up to 500 million.
        Small = "small", "KUR kecil", "KUR small";
    }
}

/// The most that a kind of KUR lends, from a day on (BR-33).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierTerms {
    /// The first day of the limit.
    pub valid_from: Date,
    /// The kind.
    pub tier: Tier,
    /// The most, in rupiah.
    pub most: Rupiah,
}

impl TierTerms {
    /// As delivered: Permenko 1/2022 and what held since.
    pub const SEED: [Self; 3] = [
        Self { valid_from: date(2022, 1, 1), tier: Tier::SuperMicro, most: Rupiah(10_000_000) },
        Self { valid_from: date(2022, 1, 1), tier: Tier::Micro, most: Rupiah(100_000_000) },
        Self { valid_from: date(2022, 1, 1), tier: Tier::Small, most: Rupiah(500_000_000) },
    ];
}

/// What an amount would be (BR-33); never a reason to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Within a kind of KUR.
    Kur(Tier),
    /// More than any kind of KUR.
    NotKur,
    /// No limits are known for that day.
    Unknown,
}

/// Advice on an amount by the limits in force on a day.
pub fn advice(terms: &[TierTerms], amount: Rupiah, on: Date) -> Advice {
    let in_force = |tier: Tier| {
        let past = terms.iter().filter(|it| it.tier == tier && it.valid_from <= on);
        past.max_by_key(|it| it.valid_from).map(|it| (it.most, tier))
    };
    let mut limits: Vec<(Rupiah, Tier)> = Tier::ALL.into_iter().filter_map(in_force).collect();
    limits.sort();
    match limits.iter().find(|(most, _)| amount <= *most) {
        Some((_, tier)) => Advice::Kur(*tier),
        None if limits.is_empty() => Advice::Unknown,
        None => Advice::NotKur,
    }
}
