//! What was known at a position.

use std::borrow::Cow;

use super::Growth;
use super::months::Months;

/// The state at a position: what stands today where nothing came later.
pub(super) struct Known<'a> {
    /// How many of the businesses were followed by then.
    pub businesses: usize,
    pub months: Cow<'a, Months>,
    pub baseline: Cow<'a, [u16]>,
    pub position: u32,
}

impl<'a> Known<'a> {
    /// With the months up to the last one only.
    pub fn at(growth: &'a Growth, position: Option<u32>, last_month: u16) -> Self {
        let position = position.unwrap_or(u32::MAX);
        let mut known = Self {
            businesses: growth.businesses.positions.count_to(position),
            months: Cow::Borrowed(&growth.months),
            baseline: Cow::Borrowed(&growth.businesses.baseline),
            position,
        };
        if growth.log.changed_after(position) {
            let (months, baseline) = (known.months.to_mut(), known.baseline.to_mut());
            growth.log.undo(position, last_month, months, baseline);
        }
        known
    }
}
