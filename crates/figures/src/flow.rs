//! How long it takes: from registration to the first day of each stage, and what came before it.

use std::ops::Range;

use crate::chunk::{Chunk, narrow};
use crate::days::{Days, STAGES};
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;
use crate::several::{Row, by_person, together};

/// Of each stage, how long after registration it was first reached, and by how many without another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// By stage, how many persons first reached it so many days after their registration; as long as the
    /// longest wait.
    lags: Vec<[u32; STAGES]>,
    /// By stage, how many persons reached it and not the other.
    without: [[u64; STAGES]; STAGES],
}

impl Flow {
    fn nobody() -> Self {
        Self { lags: Vec::new(), without: [[0; STAGES]; STAGES] }
    }

    /// How many days passed from registration for half of those who reached the stage; none for nobody.
    pub fn median_days(&self, stage: u8) -> Option<u32> {
        let stage = usize::from(stage);
        let of = |lag: &[u32; STAGES]| u64::from(lag.get(stage).copied().unwrap_or_default());
        let all: u64 = self.lags.iter().map(of).sum();
        let mut so_far = 0;
        let middle = all.div_ceil(2);
        let found = self.lags.iter().position(|lag| {
            so_far += of(lag);
            all > 0 && so_far >= middle
        });
        found.and_then(|days| u32::try_from(days).ok())
    }

    /// How many persons reached the first stage and not the second.
    pub fn without(&self, stage: u8, other: u8) -> u64 {
        let row = self.without.get(usize::from(stage));
        row.and_then(|row| row.get(usize::from(other))).copied().unwrap_or_default()
    }

    fn note(&mut self, days: &Days, as_at: u16) {
        let reached = days.reached(as_at);
        for stage in (0..STAGES).filter(|stage| reached >> stage & 1 == 1) {
            let lag = days.completed[stage].saturating_sub(days.completed[0]);
            self.reach(usize::from(lag) + 1);
            self.lags[usize::from(lag)][stage] += 1;
            for other in (0..STAGES).filter(|other| reached >> other & 1 == 0) {
                self.without[stage][other] += 1;
            }
        }
    }

    /// Makes room for waits of fewer days than this.
    fn reach(&mut self, days: usize) {
        if self.lags.len() < days {
            self.lags.resize(days, [0; STAGES]);
        }
    }

    fn add(&mut self, more: &Self) {
        self.reach(more.lags.len());
        for (lags, more) in self.lags.iter_mut().zip(&more.lags) {
            for (lag, more) in lags.iter_mut().zip(more) {
                *lag += more;
            }
        }
        for (row, more) in self.without.iter_mut().zip(&more.without) {
            for (count, more) in row.iter_mut().zip(more) {
                *count += more;
            }
        }
    }
}

impl Figures {
    /// How long persons took to each stage, and which stages they reached without others; the groups of the
    /// question play no part.
    pub fn flow(&self, question: &Question) -> Flow {
        let scope = Scope::of(self, question);
        let mut flow = Flow::nobody();
        let mut rows = Vec::new();
        for (part, more) in in_parts(scope.known.members, |members| singles(&scope, members)) {
            flow.add(&part);
            rows.extend(more);
        }
        let order = by_person(&rows, scope.known.persons.clusters());
        for person in order.chunk_by(|left, right| rows[*left].cluster == rows[*right].cluster) {
            flow.note(&together(person.iter().map(|at| &rows[*at])), scope.as_at);
        }
        flow
    }
}

fn singles(scope: &Scope<'_>, members: Range<usize>) -> (Flow, Vec<Row>) {
    let (mut flow, mut rows) = (Flow::nobody(), Vec::new());
    let mut chunk = Chunk::new();
    for members in chunks(members) {
        let (start, length) = (members.start, members.len());
        chunk.admit(scope, members);
        for index in (0..length).filter(|index| chunk.keeps(*index)) {
            flow.note(&scope.days_of(narrow(start + index)), scope.as_at);
        }
        rows.extend(chunk.clustered().iter().map(|index| scope.row(narrow(start + index), 0)));
    }
    (flow, rows)
}
