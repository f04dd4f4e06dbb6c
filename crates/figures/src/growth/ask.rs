//! Answering a question with counts.

use std::ops::Range;

use super::Growth;
use super::answer::Answer;
use super::axes::Axes;
use super::question::Question;
use super::scope::Scope;
use super::tally::Tally;
use super::values::Values;
use super::verdict::judge;
use crate::chunk::CHUNK;
use crate::parts::{chunks, in_parts};

impl Growth {
    /// How many businesses rose, fell and stayed.
    pub fn ask(&self, question: &Question) -> Answer {
        let scope = Scope::of(self, question);
        let axes = Axes::of(&scope, &question.by);
        let count = |range| counted(&scope, question, &axes, range);
        let parts = in_parts(scope.known.businesses, count);
        let tally = parts.into_iter().reduce(|sum, part| sum.and(&part));
        let Some(tally) = tally else { return Answer::default() };
        let groups = if axes.is_empty() { Vec::new() } else { tally.groups(&axes) };
        Answer { whole: tally.sum(), groups }
    }
}

fn counted(scope: &Scope<'_>, question: &Question, axes: &Axes<'_>, range: Range<usize>) -> Tally {
    let mut tally = Tally::new(axes.cells());
    let mut values = Values::new();
    let mut cells = [0; CHUNK];
    for range in chunks(range) {
        axes.place(&range, &mut cells[..range.len()]);
        judge(scope, question, &range, &mut values, |at, verdict| tally.count(cells[at], verdict));
    }
    tally
}
