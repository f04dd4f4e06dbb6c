//! How a number grew, day by day.

use std::ops::Range;

use crate::chunk::{Chunk, narrow};
use crate::days::{NEVER, STAGES};
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;

/// How many days there are to tell apart.
const DAYS: usize = 1 << 16;

impl Figures {
    /// How many persons had reached the stage by each day on which someone did; the groups of the
    /// question play no part. Stage 0 gives the persons registered.
    pub fn curve(&self, question: &Question, stage: u8) -> Vec<(u16, u64)> {
        let stage = usize::from(stage);
        if stage >= STAGES {
            return Vec::new();
        }
        let scope = Scope::of(self, question);
        let clusters = scope.known.persons.clusters().len();
        let mut parts = in_parts(scope.known.members, |members| singles(&scope, members, stage));
        parts.extend(in_parts(clusters, |clusters| several(&scope, clusters, stage)));
        cumulative(&parts, scope.as_at)
    }
}

/// By day, how many persons with one record first reached the stage.
fn singles(scope: &Scope<'_>, members: Range<usize>, stage: usize) -> Vec<u64> {
    let mut by_day = vec![0; DAYS];
    let mut chunk = Chunk::new();
    for members in chunks(members) {
        chunk.admit(scope, members.clone());
        for (index, member) in members.enumerate() {
            if chunk.keeps(index) {
                by_day[usize::from(scope.day_of(narrow(member), stage))] += 1;
            }
        }
    }
    by_day
}

/// The same for persons with several records.
fn several(scope: &Scope<'_>, clusters: Range<usize>, stage: usize) -> Vec<u64> {
    let mut by_day = vec![0; DAYS];
    for cluster in &scope.known.persons.clusters()[clusters] {
        if cluster.len() > 1 {
            let admitted = cluster.iter().filter(|member| scope.admits(**member));
            let first = admitted.map(|member| scope.day_of(*member, stage)).min();
            by_day[usize::from(first.unwrap_or(NEVER))] += 1;
        }
    }
    by_day
}

fn cumulative(parts: &[Vec<u64>], as_at: u16) -> Vec<(u16, u64)> {
    let mut total = 0;
    let days = (0..=as_at).filter_map(|day| {
        let more: u64 = parts.iter().map(|by_day| by_day[usize::from(day)]).sum();
        total += more;
        (more > 0).then_some((day, total))
    });
    days.collect()
}
