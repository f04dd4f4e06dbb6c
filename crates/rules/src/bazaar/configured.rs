//! What the operator configures of bazaars, each from a day on (BR-26).

use super::{Outsiders, Terms, Window};
use crate::marketing::bazaar::Ground;
use jiff::civil::{Date, date};

/// What holds for bazaars that are announced from a day on, unless the announcement says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Configured {
    /// From this day on.
    pub valid_from: Date,
    /// How many sellers share a tent.
    pub stands_a_tent: u16,
    /// Who else may come.
    pub outsiders: Outsiders,
    /// How far back earlier stands count.
    pub window: Window,
    /// What makes taking part the marketing service.
    pub ground: Ground,
}

impl Configured {
    /// As delivered.
    pub const SEED: [Self; 1] = [Self {
        valid_from: date(2018, 1, 1),
        stands_a_tent: Terms::STANDS_A_TENT,
        outsiders: Outsiders::WhilePlacesRemain,
        window: Window::USUAL,
        ground: Ground::USUAL,
    }];

    /// What holds on a day: the latest that has begun, as delivered before the first.
    pub fn on(all: &[Self], day: Date) -> Self {
        let begun = all.iter().filter(|it| it.valid_from <= day);
        *begun.max_by_key(|it| it.valid_from).unwrap_or(&Self::SEED[0])
    }
}
