//! The businesses behind a number, page by page, each with where it stands.

use std::ops::Range;

use super::Growth;
use super::answer::{Listed, Measure, Standing};
use super::question::Question;
use super::scope::Scope;
use super::values::Values;
use super::verdict::{Verdict, judge};
use crate::chunk::CHUNK;
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
        let page = &found[before.saturating_sub(limit)..before];
        let next = page.first().copied().filter(|_| before > page.len());
        Listed { standings: standings(&scope, question, page), next, total: found.len() as u64 }
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

/// Where each of some businesses stands, newest first; they come oldest first.
fn standings(scope: &Scope<'_>, question: &Question, wanted: &[u32]) -> Vec<Standing> {
    let positions = scope.growth.businesses.positions.values();
    let mut standings = Vec::with_capacity(wanted.len());
    let mut values = Values::new();
    let first = wanted.first().map_or(0, |first| positions.partition_point(|at| at < first));
    for range in chunks(first / CHUNK * CHUNK..scope.known.businesses) {
        let there = &positions[range.clone()];
        let Some(next) = wanted.get(standings.len()) else { break };
        if there.last() < Some(next) {
            continue;
        }
        judge(scope, question, &range, &mut values, |at, verdict| {
            if wanted.binary_search(&there[at]).is_ok() {
                standings.push(Standing::of(there[at], verdict));
            }
        });
    }
    standings.reverse();
    standings
}

impl Standing {
    fn of(position: u32, verdict: &Verdict) -> Self {
        let Verdict { outcome, changes, workers } = *verdict;
        Self { position, outcome, changes, workers }
    }
}
