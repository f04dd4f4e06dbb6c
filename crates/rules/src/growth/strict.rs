//! Moving up in the strict sense: the size class rises (BR-29).
//!
//! Both sides are classed by one law, the one that counts on the later day, and from one basis:
//! nobody moves because a law changed, nor because sales became known where assets were asked before.

use super::level_up::baseline_of;
use super::{
    Basis, Measurement, Month, Outcome, SizeClass, SizeRules, assets_at, baseline_year, rules_on,
    year_at,
};
use crate::Rupiah;
use jiff::civil::Date;
use std::borrow::Cow;

/// The classes then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassChange {
    /// Whether the class rose.
    pub outcome: Outcome,
    /// The class at the baseline and the class on the day, where both can be compared.
    pub classes: Option<(SizeClass, SizeClass)>,
    /// What both were counted from.
    pub basis: Option<Basis>,
    /// The law that counts on the later day; none before the first.
    pub rules: Option<Cow<'static, str>>,
    /// Whether another law counted at the baseline, so that its class may have been another then.
    pub law_changed: bool,
}

/// The class on the day against the class at the baseline.
pub fn class_change(
    series: &[Measurement],
    day: Date,
    sets: &[SizeRules],
    fresh_months: u16,
) -> ClassChange {
    let baseline = baseline_of(series);
    let rules = rules_on(sets, day);
    let then = baseline.and_then(|of| rules_on(sets, of.measured_on));
    let amounts = baseline.and_then(|of| comparable(series, of, day, fresh_months));
    let classes = amounts
        .zip(rules)
        .map(|((basis, then, now), rules)| (rules.class(basis, then), rules.class(basis, now)));
    ClassChange {
        outcome: classes.map_or(Outcome::Unknown, |(then, now)| compared(then, now)),
        classes,
        basis: amounts.map(|(basis, ..)| basis),
        rules: rules.map(|rules| rules.code.clone()),
        law_changed: baseline.is_some() && then != rules,
    }
}

fn compared(then: SizeClass, now: SizeClass) -> Outcome {
    match now.cmp(&then) {
        std::cmp::Ordering::Less => Outcome::Fell,
        std::cmp::Ordering::Equal => Outcome::Stayed,
        std::cmp::Ordering::Greater => Outcome::Rose,
    }
}

/// Two amounts of one kind, the second of a later time: sales of two known years, else assets.
fn comparable(
    series: &[Measurement],
    baseline: &Measurement,
    day: Date,
    fresh_months: u16,
) -> Option<(Basis, Rupiah, Rupiah)> {
    let years = baseline_year(series, baseline.month).zip(year_at(series, day));
    if let Some((then, now)) = years.filter(|(then, now)| then.last < now.last) {
        return Some((Basis::Sales, then.sales, now.sales));
    }
    let then = baseline.assets.filter(|_| baseline.measured_on <= day)?;
    let after: Vec<Measurement> = later_than(series, baseline.month).collect();
    Some((Basis::Capital, then, assets_at(&after, day, fresh_months)?))
}

fn later_than(series: &[Measurement], month: Month) -> impl Iterator<Item = Measurement> {
    series.iter().filter(move |of| of.month > month).copied()
}
