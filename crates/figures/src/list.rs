//! The persons behind a number, page by page.

use std::ops::Range;

use crate::answer::Listed;
use crate::chunk::{Chunk, Progress, has, narrow};
use crate::days::{Days, Order};
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
    /// The persons of several records of whom one is asked for by its position.
    asked: Vec<u32>,
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
            if chunk.is_empty(positions.len()) {
                continue;
            }
            let counted = chunk.count(&self.scope, members.clone(), self.order, self.measure);
            match self.among {
                None => self.collect(counted, positions, &mut found),
                Some(among) => {
                    let asked = places(within(among, positions), positions);
                    self.collect_asked(counted, positions, &asked, &mut found);
                    self.note_clusters(&chunk, members.start, &asked, &mut found);
                }
            }
            found
                .rows
                .extend(chunk.clustered().iter().map(|index| self.row(members.start + index)));
        }
        found
    }

    fn row(&self, member: usize) -> Row {
        let member = narrow(member);
        Row {
            cluster: self.scope.known.persons.cluster_of(member).unwrap_or_default(),
            position: self.scope.members.positions.get(member as usize),
            cell: 0,
            days: self.scope.days_for(member, self.measure),
        }
    }

    fn collect(&self, counted: &[bool], positions: &[u32], found: &mut Found) {
        found.total += counted.iter().map(|counted| u64::from(*counted)).sum::<u64>();
        let room = self.wanted.saturating_sub(found.positions.len());
        let newest = positions.iter().zip(counted).rev().filter(|(_, counted)| **counted);
        let newest = newest.map(|(position, _)| *position).filter(|at| *at < self.after);
        found.positions.extend(newest.take(room));
    }

    fn collect_asked(
        &self,
        counted: &[bool],
        positions: &[u32],
        asked: &[usize],
        found: &mut Found,
    ) {
        let hits = asked.iter().filter(|index| counted[**index]);
        found.total += hits.clone().count() as u64;
        let room = self.wanted.saturating_sub(found.positions.len());
        let newest = hits.rev().map(|index| positions[*index]).filter(|at| *at < self.after);
        found.positions.extend(newest.take(room));
    }

    fn note_clusters(&self, chunk: &Chunk, start: usize, asked: &[usize], found: &mut Found) {
        for index in asked {
            if chunk.clustered().binary_search(index).is_ok() {
                found.asked.extend(self.scope.known.persons.cluster_of(narrow(start + index)));
            }
        }
    }

    /// Adds the persons of several records, and takes the newest of all.
    fn page(&self, parts: Vec<Found>, limit: usize) -> Listed {
        let clusters = self.scope.known.persons.clusters();
        let mut asked = vec![self.among.is_none(); clusters];
        let mut listed = Listed::default();
        let mut rows = Vec::new();
        for part in parts {
            listed.total += part.total;
            listed.positions.extend(part.positions);
            rows.extend(part.rows);
            part.asked.iter().for_each(|cluster| asked[*cluster as usize] = true);
        }
        rows.retain(|row| asked[row.cluster as usize]);
        let order = by_person(&rows, clusters);
        for person in order.chunk_by(|left, right| rows[*left].cluster == rows[*right].cluster) {
            if let Some(position) = self.person(person.iter().map(|at| &rows[*at])) {
                listed.total += 1;
                listed.positions.extend((position < self.after).then_some(position));
            }
        }
        newest(&mut listed.positions, self.wanted);
        let more = listed.positions.len() > limit;
        listed.positions.truncate(limit);
        listed.next = listed.positions.last().copied().filter(|_| more);
        listed
    }

    /// The position of the person's earliest record in scope, if the measure counts the person.
    fn person<'a>(&self, rows: impl Iterator<Item = &'a Row> + Clone) -> Option<u32> {
        let earliest = rows.clone().map(|row| row.position).min();
        let days = together(rows);
        earliest.filter(|_| self.counts(&days))
    }

    fn counts(&self, days: &Days) -> bool {
        let progress = Progress::of(days, self.scope.as_at, self.order);
        match self.measure {
            Measure::Registered => true,
            Measure::Reached(stage) => has(progress.reached, stage),
            Measure::Open(stage) => has(progress.open, stage),
            Measure::At(stage) => progress.latest == stage,
            Measure::First(stage, from) => {
                has(progress.reached, stage) && days.completed[usize::from(stage)] >= from
            }
            Measure::Without(stage, other) => {
                has(progress.reached, stage) && !has(progress.reached, other)
            }
        }
    }
}

/// Those of the ascending positions that lie where these do.
fn within<'a>(among: &'a [u32], positions: &[u32]) -> &'a [u32] {
    let (Some(first), Some(last)) = (positions.first(), positions.last()) else { return &[] };
    let from = among.partition_point(|position| position < first);
    let to = among.partition_point(|position| position <= last);
    &among[from..to]
}

/// Where each of the ascending positions stands among these, of those that do. They lie close together,
/// so the next is looked for nearby first.
fn places(among: &[u32], positions: &[u32]) -> Vec<usize> {
    let mut from = 0;
    let place = |position: &u32| {
        let ahead = &positions[from..];
        let mut reach = 1;
        while ahead.get(reach).is_some_and(|at| at < position) {
            reach *= 2;
        }
        let near = &ahead[reach / 2..ahead.len().min(reach + 1)];
        from += reach / 2 + near.partition_point(|at| at < position);
        (positions.get(from) == Some(position)).then_some(from)
    };
    among.iter().filter_map(place).collect()
}

/// Keeps so many of the greatest, and puts them first.
fn newest(positions: &mut Vec<u32>, wanted: usize) {
    if positions.len() > wanted && wanted > 0 {
        positions.select_nth_unstable_by(wanted - 1, |left, right| right.cmp(left));
        positions.truncate(wanted);
    }
    positions.sort_unstable_by(|left, right| right.cmp(left));
}
