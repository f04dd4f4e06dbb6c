//! Which path to halal is open to a business: its own statement, or inspection (BR-23).

use crate::Rupiah;
use jiff::civil::{Date, date};

/// What is known of a business; none is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Halal {
    /// Whether it has a NIB.
    pub has_nib: Option<bool>,
    /// Its sales in a year.
    pub annual_sales: Option<Rupiah>,
    /// In how many places it makes or sells.
    pub outlets: Option<u32>,
    /// Whether an ingredient comes from a slaughtered animal.
    pub slaughter: Option<bool>,
}

/// The limits of the own statement from a day on; data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalalLimits {
    /// The first day they count.
    pub valid_from: Date,
    /// The most sales in a year.
    pub sales: Rupiah,
    /// The most places.
    pub outlets: u32,
}

impl HalalLimits {
    /// As delivered.
    pub const SEED: [Self; 1] =
        [Self { valid_from: date(2021, 2, 2), sales: Rupiah(500_000_000), outlets: 1 }];
}

/// The limits on a day; none before there was such a path.
pub fn halal_limits_on(all: &[HalalLimits], day: Date) -> Option<&HalalLimits> {
    all.iter().filter(|limits| limits.valid_from <= day).max_by_key(|limits| limits.valid_from)
}

/// A way to the certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalalPath {
    /// By the producer's own statement.
    Declared,
    /// By inspection.
    Regular,
    /// Something must be asked first.
    Ask,
}

/// What stands against the own statement, or must be known for it; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Obstacle {
    /// The NIB, which is free and quick to get, and opens the path.
    #[error("nib")]
    Nib,
    /// Too much is sold.
    #[error("sales")]
    Sales,
    /// More than one place.
    #[error("outlets")]
    Outlets,
    /// Slaughter must be inspected.
    #[error("slaughter")]
    Slaughter,
}

/// What to advise; it binds nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalalAdvice {
    /// Which way.
    pub path: HalalPath,
    /// Why not by statement.
    pub against: Vec<Obstacle>,
    /// What nobody has asked yet.
    pub unasked: Vec<Obstacle>,
}

/// The path by what is known: one obstacle is enough against the statement, and all must be asked for it.
pub fn halal_path(known: &Halal, limits: &HalalLimits) -> HalalAdvice {
    let met = [
        (Obstacle::Nib, known.has_nib),
        (Obstacle::Sales, known.annual_sales.map(|sales| sales <= limits.sales)),
        (Obstacle::Outlets, known.outlets.map(|outlets| outlets <= limits.outlets)),
        (Obstacle::Slaughter, known.slaughter.map(|is| !is)),
    ];
    let with = |answer| met.iter().filter(move |(_, met)| *met == answer).map(|(of, _)| *of);
    let against: Vec<Obstacle> = with(Some(false)).collect();
    let unasked: Vec<Obstacle> = with(None).collect();
    let path = match (against.is_empty(), unasked.is_empty()) {
        (false, _) => HalalPath::Regular,
        (true, false) => HalalPath::Ask,
        (true, true) => HalalPath::Declared,
    };
    HalalAdvice { path, against, unasked }
}
