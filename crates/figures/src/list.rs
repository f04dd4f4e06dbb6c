//! The persons behind a number, page by page.

use std::ops::Range;

use crate::answer::Listed;
use crate::chunk::{Chunk, Progress, narrow};
use crate::days::Order;
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::{Measure, Question};
use crate::scope::Scope;
use crate::several::{Row, by_person, together};

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

/// Of a part: the newest persons of one record, how many there are, and the records of others.
#[derive(Default)]
struct Found {
    positions: Vec<u32>,
    total: u64,
    rows: Vec<Row>,
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
        let parts = in_parts(listing.scope.known.members, |members| listing.singles(members));
        listing.page(parts, limit)
    }
}

impl Listing<'_> {
    fn singles(&self, members: Range<usize>) -> Found {
        let mut found = Found::default();
        let mut chunk = Chunk::new();
        for members in chunks(members).rev() {
            let positions = &self.scope.members.positions.values()[members.clone()];
            chunk.admit(&self.scope, members.clone());
            if !chunk.is_empty(positions.len()) {
                chunk.read(&self.scope, members.clone(), self.order);
                self.collect(&chunk, positions, &mut found);
                let clustered = chunk.clustered().iter();
                let row = |index: &usize| self.scope.row(narrow(members.start + index), 0);
                found.rows.extend(clustered.map(row));
            }
        }
        found
    }

    fn collect(&self, chunk: &Chunk, positions: &[u32], found: &mut Found) {
        let among = self.among.map(|among| within(among, positions));
        let is_among = |at| among.is_none_or(|among| among.binary_search(at).is_ok());
        for (index, position) in positions.iter().enumerate().rev() {
            if chunk.keeps(index) && self.counts(chunk.progress(index)) && is_among(position) {
                found.total += 1;
                if *position < self.after && found.positions.len() < self.wanted {
                    found.positions.push(*position);
                }
            }
        }
    }

    /// Adds the persons of several records, and takes the newest of all.
    fn page(&self, parts: Vec<Found>, limit: usize) -> Listed {
        let mut listed = Listed::default();
        let mut rows = Vec::new();
        for part in parts {
            listed.total += part.total;
            listed.positions.extend(part.positions);
            rows.extend(part.rows);
        }
        let order = by_person(&rows, self.scope.known.persons.clusters());
        for person in order.chunk_by(|left, right| rows[*left].cluster == rows[*right].cluster) {
            if let Some(position) = self.person(person.iter().map(|at| &rows[*at])) {
                listed.total += 1;
                listed.positions.extend((position < self.after).then_some(position));
            }
        }
        listed.positions.sort_unstable_by(|left, right| right.cmp(left));
        let more = listed.positions.len() > limit;
        listed.positions.truncate(limit);
        listed.next = listed.positions.last().copied().filter(|_| more);
        listed
    }

    /// The position of the person's earliest record in scope, if the measure counts the person.
    fn person<'a>(&self, rows: impl Iterator<Item = &'a Row> + Clone) -> Option<u32> {
        let earliest = rows.clone().map(|row| row.position).min();
        let is_among =
            |row: &Row| self.among.is_none_or(|among| among.binary_search(&row.position).is_ok());
        let progress = Progress::of(&together(rows.clone()), self.scope.as_at, self.order);
        let mut rows = rows;
        earliest.filter(|_| self.counts(progress) && rows.any(is_among))
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
