//! How a number grew, day by day.

use std::ops::Range;

use crate::chunk::{Chunk, narrow};
use crate::days::STAGES;
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;
use crate::several::{Row, by_person, together};

/// By day, how many persons first reached the stage.
struct Reached {
    by_day: Vec<u64>,
    /// Records of persons who may have several, not counted yet.
    rows: Vec<Row>,
}

impl Figures {
    /// How many persons had reached the stage by each day on which someone did; the groups of the
    /// question play no part. Stage 0 gives the persons registered.
    pub fn curve(&self, question: &Question, stage: u8) -> Vec<(u16, u64)> {
        let stage = usize::from(stage);
        if stage >= STAGES {
            return Vec::new();
        }
        let scope = Scope::of(self, question);
        let mut reached = Reached::nobody(scope.as_at);
        for part in in_parts(scope.known.members, |members| singles(&scope, members, stage)) {
            reached.add(part);
        }
        several(&scope, &mut reached, stage);
        reached.cumulative(scope.as_at)
    }
}

fn singles(scope: &Scope<'_>, members: Range<usize>, stage: usize) -> Reached {
    let mut reached = Reached::nobody(scope.as_at);
    let mut chunk = Chunk::new();
    for members in chunks(members) {
        let start = members.start;
        chunk.admit(scope, members.clone());
        chunk.for_each_day(scope, members, stage, |day| reached.note(day));
        let row = |index: &usize| scope.row(narrow(start + index), 0);
        reached.rows.extend(chunk.clustered().iter().map(row));
    }
    reached
}

fn several(scope: &Scope<'_>, reached: &mut Reached, stage: usize) {
    let rows = std::mem::take(&mut reached.rows);
    let order = by_person(&rows, scope.known.persons.clusters());
    for person in order.chunk_by(|left, right| rows[*left].cluster == rows[*right].cluster) {
        let days = together(person.iter().map(|at| &rows[*at]));
        reached.note(days.completed[stage]);
    }
}

impl Reached {
    fn nobody(as_at: u16) -> Self {
        Self { by_day: vec![0; usize::from(as_at) + 1], rows: Vec::new() }
    }

    /// One person; a day after the one asked, or none, counts nowhere.
    fn note(&mut self, day: u16) {
        if let Some(count) = self.by_day.get_mut(usize::from(day)) {
            *count += 1;
        }
    }

    fn add(&mut self, more: Self) {
        for (count, more) in self.by_day.iter_mut().zip(more.by_day) {
            *count += more;
        }
        self.rows.extend(more.rows);
    }

    fn cumulative(&self, as_at: u16) -> Vec<(u16, u64)> {
        let mut total = 0;
        let days = (0..=as_at).zip(&self.by_day).filter(|(_, count)| **count > 0);
        let totals = days.map(|(day, count)| {
            total += count;
            (day, total)
        });
        totals.collect()
    }
}
