//! The persons behind a number, page by page.

use std::ops::Range;

use crate::answer::Listed;
use crate::chunk::{Chunk, Progress};
use crate::days::{Days, Order};
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::{Measure, Question};
use crate::scope::Scope;

/// What the listing of every part needs.
struct Listing<'a> {
    scope: Scope<'a>,
    order: Order,
    measure: Measure,
    among: Option<&'a [u32]>,
    after: u32,
    /// One more than fits on the page, to know whether there is another.
    wanted: usize,
}

/// The newest persons of a part, and how many there are in all.
#[derive(Default)]
struct Found {
    positions: Vec<u32>,
    total: u64,
}

impl Figures {
    /// The persons whom the measure counts, newest first, after the given position.
    pub fn list(
        &self,
        question: &Question,
        measure: Measure,
        after: Option<u32>,
        limit: usize,
    ) -> Listed {
        self.listed(question, measure, None, after, limit)
    }

    /// The same, of persons with a record in scope at one of these positions, which must ascend.
    pub fn list_among(
        &self,
        question: &Question,
        measure: Measure,
        among: &[u32],
        after: Option<u32>,
        limit: usize,
    ) -> Listed {
        self.listed(question, measure, Some(among), after, limit)
    }

    fn listed<'a>(
        &'a self,
        question: &Question,
        measure: Measure,
        among: Option<&'a [u32]>,
        after: Option<u32>,
        limit: usize,
    ) -> Listed {
        let listing = Listing {
            scope: Scope::of(self, question),
            order: Order::of(question.order),
            measure,
            among,
            after: after.unwrap_or(u32::MAX),
            wanted: limit.saturating_add(1),
        };
        let clusters = listing.scope.known.persons.clusters().len();
        let singles = in_parts(listing.scope.known.members, |members| listing.singles(members));
        let several = in_parts(clusters, |clusters| listing.several(clusters));
        page(singles.into_iter().chain(several), limit)
    }
}

impl Listing<'_> {
    fn singles(&self, members: Range<usize>) -> Found {
        let mut found = Found::default();
        let mut chunk = Chunk::new();
        for members in chunks(members).rev() {
            let positions = &self.scope.members.positions.values()[members.clone()];
            let among = self.among.map(|among| within(among, positions));
            if among.is_some_and(<[u32]>::is_empty) {
                continue;
            }
            chunk.admit(&self.scope, members.clone());
            if let Some(among) = among {
                chunk.retain(positions.len(), |at| among.binary_search(&positions[at]).is_ok());
            }
            if chunk.keeps_any(positions.len()) {
                chunk.read(&self.scope, members, self.order);
                self.collect(&chunk, positions, &mut found);
            }
        }
        found
    }

    fn collect(&self, chunk: &Chunk, positions: &[u32], found: &mut Found) {
        for (index, position) in positions.iter().enumerate().rev() {
            if chunk.keeps(index) && self.counts(chunk.progress(index)) {
                found.total += 1;
                if *position < self.after && found.positions.len() < self.wanted {
                    found.positions.push(*position);
                }
            }
        }
    }

    fn several(&self, clusters: Range<usize>) -> Found {
        let mut found = Found::default();
        for cluster in &self.scope.known.persons.clusters()[clusters] {
            if let Some(position) = self.person(cluster) {
                found.total += 1;
                if position < self.after {
                    found.positions.push(position);
                }
            }
        }
        found
    }

    /// The position of the person's earliest record in scope, if the measure counts the person.
    fn person(&self, cluster: &[u32]) -> Option<u32> {
        if cluster.len() < 2 {
            return None;
        }
        let admitted = || cluster.iter().copied().filter(|member| self.scope.admits(*member));
        let position = |member: u32| self.scope.members.positions.get(member as usize);
        let earliest = admitted().min().map(position)?;
        if !admitted().any(|member| self.is_among(position(member))) {
            return None;
        }
        let days =
            admitted().fold(Days::NONE, |days, member| days.and(&self.scope.days_of(member)));
        let progress = Progress {
            reached: days.reached(self.scope.as_at),
            open: days.open(self.scope.as_at),
            latest: days.latest(self.scope.as_at, self.order),
        };
        self.counts(progress).then_some(earliest)
    }

    fn is_among(&self, position: u32) -> bool {
        self.among.is_none_or(|among| among.binary_search(&position).is_ok())
    }

    fn counts(&self, progress: Progress) -> bool {
        match self.measure {
            Measure::Registered => true,
            Measure::Reached(stage) => has(progress.reached, stage),
            Measure::Open(stage) => has(progress.open, stage),
            Measure::At(stage) => progress.latest == stage,
        }
    }
}

fn has(stages: u8, stage: u8) -> bool {
    stage < 8 && stages >> stage & 1 == 1
}

/// Those of the ascending positions that lie where these do.
fn within<'a>(among: &'a [u32], positions: &[u32]) -> &'a [u32] {
    let (Some(first), Some(last)) = (positions.first(), positions.last()) else { return &[] };
    let from = among.partition_point(|position| position < first);
    let to = among.partition_point(|position| position <= last);
    &among[from..to]
}

fn page(found: impl Iterator<Item = Found>, limit: usize) -> Listed {
    let mut listed = Listed::default();
    for part in found {
        listed.total += part.total;
        listed.positions.extend(part.positions);
    }
    listed.positions.sort_unstable_by(|left, right| right.cmp(left));
    let more = listed.positions.len() > limit;
    listed.positions.truncate(limit);
    listed.next = listed.positions.last().copied().filter(|_| more);
    listed
}
