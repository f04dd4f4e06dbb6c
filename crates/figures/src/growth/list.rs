//! The businesses behind a number, page by page.

use std::ops::Range;

use super::Growth;
use super::answer::Measure;
use super::question::Question;
use super::scope::Scope;
use super::values::Values;
use super::verdict::{Verdict, judge};
use crate::answer::Listed;
use crate::parts::{chunks, in_parts};

impl Growth {
    /// The businesses whom the measure counts, newest first, after the given position.
    pub fn list(
        &self,
        question: &Question,
        measure: Measure,
        after: Option<u32>,
        limit: usize,
    ) -> Listed {
        let scope = Scope::of(self, question);
        let find = |range| found(&scope, question, measure, range);
        let found = in_parts(scope.known.businesses, find).concat();
        let before = after.map_or(found.len(), |after| found.partition_point(|at| *at < after));
        let positions: Vec<u32> = found[..before].iter().rev().take(limit).copied().collect();
        let next = positions.last().copied().filter(|_| before > positions.len());
        Listed { positions, next, total: found.len() as u64 }
    }
}

/// Their positions, oldest first.
fn found(
    scope: &Scope<'_>,
    question: &Question,
    measure: Measure,
    range: Range<usize>,
) -> Vec<u32> {
    let positions = scope.growth.businesses.positions.values();
    let mut found = Vec::new();
    let mut values = Values::new();
    for range in chunks(range) {
        judge(scope, question, &range, &mut values, |at, verdict| {
            if counts(measure, verdict) {
                found.push(positions[range.start + at]);
            }
        });
    }
    found
}

fn counts(measure: Measure, verdict: &Verdict) -> bool {
    match measure {
        Measure::Businesses => true,
        Measure::Outcome(outcome) => verdict.outcome == outcome,
        Measure::Change(of, outcome) => verdict.changes.get(of) == Some(&outcome),
        Measure::Gaining => verdict.workers.is_some_and(|(then, now)| now > then),
        Measure::Losing => verdict.workers.is_some_and(|(then, now)| now < then),
    }
}
