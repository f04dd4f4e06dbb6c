//! Whether a value rose or fell.

use super::page::MISSING;
use super::question::{Outcome, Terms};

/// Rose or fell by so many percent of what it was, or more; from nothing every growth is one.
pub(super) fn change(then: u64, now: u64, threshold_percent: u16) -> Outcome {
    if then == MISSING || now == MISSING {
        return Outcome::Unknown;
    }
    // Amounts are below 2^56, so that a hundred times one fits; what saturates is above all of these.
    let apart = now.abs_diff(then) * 100;
    if now == then || apart < then.saturating_mul(threshold_percent.into()) {
        Outcome::Stayed
    } else if now > then {
        Outcome::Rose
    } else {
        Outcome::Fell
    }
}

/// One answer from those of the indicators: the best of what is known, or the worst of all.
pub(super) fn decide(terms: &Terms, changes: [Outcome; 3]) -> Outcome {
    let asked = changes.into_iter().zip(terms.indicators);
    let decisive = asked.filter_map(|(change, decides)| decides.then_some(change));
    let decided = if terms.needs_all { decisive.min() } else { decisive.max() };
    decided.unwrap_or(Outcome::Unknown)
}
