//! Where each business of a page stands.

use std::ops::Range;

use super::change::{change, decide};
use super::page::MISSING;
use super::question::{Limits, Outcome, Question};
use super::scope::Scope;
use super::values::Values;
use super::years::Years;
use crate::chunk::CHUNK;

/// Where one business stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub outcome: Outcome,
    pub changes: [Outcome; 3],
    /// Workers then and now, where both are known.
    pub workers: Option<(u64, u64)>,
}

/// Gives every business in scope of one page with where it stands; the index is the place in the page.
pub(super) fn judge(
    scope: &Scope<'_>,
    question: &Question,
    range: &Range<usize>,
    values: &mut Values,
    mut each: impl FnMut(usize, &Verdict),
) {
    let (page, length) = (range.start / CHUNK, range.len());
    let mut keep = [false; CHUNK];
    scope.admit(range.clone(), &mut keep[..length]);
    if !keep.contains(&true) {
        return;
    }
    values.read(scope, page, length, &question.terms);
    let mut strict = question.strict.map(|limits| (limits, Years::read(scope, page)));
    for at in (0..length).filter(|at| keep[*at]) {
        let changes = [0, 1, 2].map(|of| {
            change(values.then[of][at], values.now[of][at], question.terms.threshold_percent)
        });
        let outcome = match &mut strict {
            Some((limits, years)) => {
                let sales = years.both(scope, page, at, values);
                class_change(limits, sales, known(values, 1, at))
            }
            None => decide(&question.terms, changes),
        };
        each(at, &Verdict { outcome, changes, workers: known(values, 2, at) });
    }
}

fn known(values: &Values, of: usize, at: usize) -> Option<(u64, u64)> {
    let (then, now) = (values.then[of][at], values.now[of][at]);
    (then != MISSING && now != MISSING).then_some((then, now))
}

/// Compares classes of one kind: by sales of two years, else by assets.
fn class_change(limits: &Limits, sales: Option<(u64, u64)>, assets: Option<(u64, u64)>) -> Outcome {
    let by_sales = sales.map(|pair| (limits.sales, pair));
    let Some((limits, (then, now))) = by_sales.or(assets.map(|pair| (limits.capital, pair))) else {
        return Outcome::Unknown;
    };
    let class = |amount: u64| limits.iter().filter(|limit| amount > **limit).count();
    match class(now).cmp(&class(then)) {
        std::cmp::Ordering::Less => Outcome::Fell,
        std::cmp::Ordering::Equal => Outcome::Stayed,
        std::cmp::Ordering::Greater => Outcome::Rose,
    }
}
