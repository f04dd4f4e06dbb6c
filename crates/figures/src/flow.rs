//! How long it takes: from registration to the first day of each stage, and what came before it.

use std::ops::Range;

use crate::chunk::{Chunk, has, narrow};
use crate::column::memory_bytes;
use crate::days::{Days, NEVER, STAGES};
use crate::figures::Figures;
use crate::kept::Part;
use crate::parts::chunks;
use crate::question::Question;
use crate::scope::Scope;
use crate::several::Row;

/// Of each stage, how long after registration it was first reached, and by how many without another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// By stage, how many persons first reached it so many days after their registration; as long as the
    /// longest wait.
    waits: [Vec<u32>; STAGES],
    /// By set of stages (a bit each), how many persons reached these and no other.
    sets: [u64; SETS],
}

/// So many sets of stages there are.
const SETS: usize = 1 << STAGES;

impl Flow {
    fn nobody() -> Self {
        Self { waits: [const { Vec::new() }; STAGES], sets: [0; SETS] }
    }

    /// How many days passed from registration for half of those who reached the stage; none for nobody.
    pub fn median_days(&self, stage: u8) -> Option<u32> {
        let waits = self.waits.get(usize::from(stage))?;
        let all: u64 = waits.iter().map(|persons| u64::from(*persons)).sum();
        let mut so_far = 0;
        let middle = all.div_ceil(2);
        let found = waits.iter().position(|persons| {
            so_far += u64::from(*persons);
            all > 0 && so_far >= middle
        });
        found.and_then(|days| u32::try_from(days).ok())
    }

    /// How many persons reached the first stage and not the second.
    pub fn without(&self, stage: u8, other: u8) -> u64 {
        let is_stage = usize::from(other) < STAGES;
        let reached = |set: u8| is_stage && has(set, stage) && !has(set, other);
        (0..).zip(&self.sets).filter(|(set, _)| reached(*set)).map(|(_, persons)| persons).sum()
    }

    fn note(&mut self, days: &Days, as_at: u16) {
        let reached = days.reached(as_at);
        self.sets[usize::from(reached)] += 1;
        for stage in (0..STAGES).filter(|stage| reached >> stage & 1 == 1) {
            self.wait(stage, days.completed[stage].saturating_sub(days.completed[0]));
        }
    }

    fn wait(&mut self, stage: usize, days: u16) {
        let (waits, days) = (&mut self.waits[stage], usize::from(days));
        if waits.len() <= days {
            waits.resize(days + 1, 0);
        }
        waits[days] += 1;
    }

    fn add(&mut self, more: &Self) {
        for (waits, more) in self.waits.iter_mut().zip(&more.waits) {
            waits.resize(waits.len().max(more.len()), 0);
            for (persons, more) in waits.iter_mut().zip(more) {
                *persons += more;
            }
        }
        for (persons, more) in self.sets.iter_mut().zip(&more.sets) {
            *persons += more;
        }
    }
}

impl Figures {
    /// How long persons took to each stage, and which stages they reached without others; the groups of the
    /// question play no part.
    pub fn flow(&self, question: &Question) -> Flow {
        let scope = Scope::of(self, question);
        let mut flow = Flow::nobody();
        let mut by_person = vec![Days::NONE; scope.known.persons.clusters()];
        let count = |members: Range<usize>| singles(&scope, members);
        for part in self.kept.flows.parts(self, &scope.known, question.ungrouped(), count) {
            flow.add(&part.flow);
            for row in &part.rows {
                let days = &mut by_person[row.cluster as usize];
                *days = days.and(&row.days);
            }
        }
        let in_scope = by_person.iter().filter(|days| days.completed[0] != NEVER);
        in_scope.for_each(|days| flow.note(days, scope.as_at));
        flow
    }
}

/// The persons of one record of a part, and the records of the others.
#[derive(Debug)]
pub(crate) struct FlowPart {
    flow: Flow,
    rows: Vec<Row>,
}

impl Part for FlowPart {
    fn bytes(&self) -> usize {
        let waits: usize = self.flow.waits.iter().map(memory_bytes).sum();
        waits + size_of::<Self>() + memory_bytes(&self.rows)
    }
}

fn singles(scope: &Scope<'_>, members: Range<usize>) -> FlowPart {
    let (mut flow, mut rows) = (Flow::nobody(), Vec::new());
    let mut chunk = Chunk::new();
    for members in chunks(members) {
        let start = members.start;
        chunk.admit(scope, members.clone());
        for index in chunk.take_differing(scope, members.clone()) {
            flow.note(&scope.days_of(narrow(start + index)), scope.as_at);
        }
        chunk.for_each_set(scope, members.clone(), |set| flow.sets[usize::from(set)] += 1);
        for stage in 0..STAGES {
            chunk.for_each_wait(scope, members.clone(), stage, |days| flow.wait(stage, days));
        }
        rows.extend(chunk.clustered().iter().map(|index| scope.row(narrow(start + index), 0)));
    }
    FlowPart { flow, rows }
}
