//! The groups of a question: a number for each business's cell, and the key of each number.

use std::borrow::Cow;
use std::ops::Range;

use super::question::Dimension;
use super::scope::Scope;
use crate::calendar::years;
use crate::question::UNMAPPED;

/// The axes of a question; a cell is one place on each.
pub(super) struct Axes<'a> {
    axes: [Option<Axis<'a>>; 2],
}

struct Axis<'a> {
    codes: Cow<'a, [u16]>,
    /// The place of each code along the axis.
    ranks: Vec<usize>,
    /// The keys along the axis, in order.
    keys: Vec<u16>,
}

impl<'a> Axes<'a> {
    pub fn of(scope: &'a Scope<'a>, by: &[Option<Dimension>; 2]) -> Self {
        Self { axes: by.each_ref().map(|by| by.as_ref().map(|by| Axis::of(scope, by))) }
    }

    /// Whether the question groups at all.
    pub fn is_empty(&self) -> bool {
        self.axes.iter().all(Option::is_none)
    }

    /// How many cells there can be.
    pub fn cells(&self) -> usize {
        self.axes.iter().flatten().map(|axis| axis.keys.len()).product()
    }

    /// The cells of many businesses, in the order of their keys; `cells` has one place for each.
    pub fn place(&self, range: &Range<usize>, cells: &mut [usize]) {
        cells.fill(0);
        for axis in self.axes.iter().flatten() {
            for (cell, code) in cells.iter_mut().zip(&axis.codes[range.clone()]) {
                *cell = *cell * axis.keys.len() + axis.ranks[usize::from(*code)];
            }
        }
    }

    /// The key of a cell.
    pub fn key(&self, mut cell: usize) -> [u16; 2] {
        let mut key = [0; 2];
        for (place, axis) in self.axes.iter().enumerate().rev() {
            if let Some(axis) = axis {
                key[place] = axis.keys[cell % axis.keys.len()];
                cell /= axis.keys.len();
            }
        }
        key
    }
}

impl<'a> Axis<'a> {
    fn of(scope: &'a Scope<'a>, by: &Dimension) -> Self {
        let businesses = &scope.growth.businesses;
        let mapped = |map: &[u16], code: usize| map.get(code).copied().unwrap_or(UNMAPPED);
        match by {
            Dimension::Agency => {
                let codes = businesses.agency.values().iter().map(|code| u16::from(*code));
                Self::ranked(codes.collect(), |code| code)
            }
            Dimension::Area(map) => {
                Self::ranked(Cow::Borrowed(&scope.area), |code| mapped(map, code.into()))
            }
            Dimension::Office(map) => {
                Self::ranked(Cow::Borrowed(&scope.office), |code| mapped(map, code.into()))
            }
            Dimension::Mentor => Self::ranked(Cow::Borrowed(&scope.mentor), |code| code),
            Dimension::Year => {
                let days = &scope.registered_on;
                let last = days.iter().max().copied().unwrap_or(0);
                let years = years(usize::from(last) + 1);
                Self::ranked(Cow::Borrowed(days), |day| years[usize::from(day)])
            }
        }
    }

    /// Ranks the keys of the codes that occur.
    fn ranked(codes: Cow<'a, [u16]>, key: impl Fn(u16) -> u16) -> Self {
        let most = codes.iter().max().copied().unwrap_or(0);
        let mut occurs = vec![false; usize::from(most) + 1];
        for code in codes.iter() {
            occurs[usize::from(*code)] = true;
        }
        let occurring = (0..=most).filter(|code| occurs[usize::from(*code)]);
        let mut keys: Vec<u16> = occurring.map(&key).collect();
        keys.sort_unstable();
        keys.dedup();
        let rank = |code| keys.binary_search(&key(code)).unwrap_or(0);
        let ranks = (0..=most).map(rank).collect();
        Self { codes, ranks, keys }
    }
}
