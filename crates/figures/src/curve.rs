//! How a number grew, day by day.

use std::ops::{AddAssign, Range};

use crate::chunk::{Chunk, narrow};
use crate::column::memory_bytes;
use crate::days::{NEVER, STAGES};
use crate::figures::Figures;
use crate::kept::Part;
use crate::parts::chunks;
use crate::question::Question;
use crate::scope::Scope;

/// What a curve is of: a question without groups, and the stage.
pub(crate) type CurveOf = (Question, usize);

/// The persons of one record of a part by the day they first reached the stage, and the records of the others.
#[derive(Debug)]
pub(crate) struct CurvePart {
    /// In order; no day without a person.
    days: Vec<(u16, u32)>,
    /// Of each such record the person, and the day or `NEVER`.
    rows: Vec<(u32, u16)>,
}

impl Part for CurvePart {
    fn bytes(&self) -> usize {
        size_of::<Self>() + memory_bytes(&self.days) + memory_bytes(&self.rows)
    }
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
        let mut by_day = vec![0; usize::from(scope.as_at) + 1];
        let mut by_person = vec![NEVER; scope.known.persons.clusters()];
        let count = |members: Range<usize>| singles(&scope, members, stage);
        let of = (question.ungrouped(), stage);
        for part in self.kept.curves.parts(self, &scope.known, of, count) {
            for (day, persons) in &part.days {
                by_day[usize::from(*day)] += u64::from(*persons);
            }
            for (person, day) in &part.rows {
                let first = &mut by_person[*person as usize];
                *first = (*first).min(*day);
            }
        }
        for day in by_person {
            note(&mut by_day, day);
        }
        cumulative(&by_day)
    }
}

fn singles(scope: &Scope<'_>, members: Range<usize>, stage: usize) -> CurvePart {
    let mut by_day = vec![0; usize::from(scope.as_at) + 1];
    let mut rows = Vec::new();
    let mut chunk = Chunk::new();
    for members in chunks(members) {
        let start = members.start;
        chunk.admit(scope, members.clone());
        chunk.for_each_day(scope, members, stage, |day| note(&mut by_day, day));
        let rows_of = chunk.clustered().iter().map(|index| scope.row(narrow(start + index), 0));
        rows.extend(rows_of.map(|row| (row.cluster, row.days.completed[stage])));
    }
    let days = (0..=scope.as_at).zip(by_day).filter(|(_, persons)| *persons > 0);
    CurvePart { days: days.collect(), rows }
}

/// One person; a day after the one asked, or none, counts nowhere.
fn note<N: AddAssign + From<u8>>(by_day: &mut [N], day: u16) {
    if let Some(persons) = by_day.get_mut(usize::from(day)) {
        *persons += N::from(1);
    }
}

fn cumulative(by_day: &[u64]) -> Vec<(u16, u64)> {
    let mut total = 0;
    let days = (0..=u16::MAX).zip(by_day).filter(|(_, persons)| **persons > 0);
    let totals = days.map(|(day, persons)| {
        total += persons;
        (day, total)
    });
    totals.collect()
}
