//! Answering a question with counts.

use std::ops::Range;

use crate::answer::{Answer, Group};
use crate::axes::Axes;
use crate::chunk::{CHUNK, Chunk, Progress, narrow};
use crate::days::{Days, Order};
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;
use crate::several::{Row, by_person, together};
use crate::tally::Tally;

/// What the counting of every part needs.
struct Asking<'a> {
    scope: Scope<'a>,
    axes: Axes<'a>,
    order: Order,
}

impl Figures {
    /// How many persons reached which stage.
    pub fn ask(&self, question: &Question) -> Answer {
        let asking = Asking {
            scope: Scope::of(self, question),
            axes: Axes::of(&self.members, &question.by),
            order: Order::of(question.order),
        };
        let (whole, tally) = asking.count();
        let groups = if asking.axes.is_empty() { Vec::new() } else { tally.groups(&asking.axes) };
        let grouped: u64 = groups.iter().map(|group| group.persons).sum();
        Answer {
            persons: whole.persons,
            reached: whole.reached,
            open: whole.open,
            at: whole.at,
            overlap: grouped.saturating_sub(whole.persons),
            groups,
        }
    }
}

impl Asking<'_> {
    /// The whole, and the cells.
    fn count(&self) -> (Group, Tally) {
        let parts = in_parts(self.scope.known.members, |members| self.singles(members));
        let mut tally = Tally::new(self.axes.cells());
        let mut rows = Vec::new();
        for (at, (part, more)) in parts.into_iter().enumerate() {
            tally = if at == 0 { part } else { tally.and(&part) };
            rows.extend(more);
        }
        // A person of one record is in one cell, so that the cells sum up to the whole.
        let mut whole = tally.sum();
        self.several(&rows, &mut whole, &mut tally);
        (whole, tally)
    }

    /// Counts the persons of one record, and gives the records of the others.
    fn singles(&self, members: Range<usize>) -> (Tally, Vec<Row>) {
        let (mut tally, mut rows) = (Tally::new(self.axes.cells()), Vec::new());
        let mut chunk = Chunk::new();
        let mut cells = [0; CHUNK];
        for members in chunks(members) {
            let length = members.len();
            chunk.admit(&self.scope, members.clone());
            if chunk.is_empty(length) {
                continue;
            }
            chunk.read(&self.scope, members.clone(), self.order);
            self.axes.place(&self.scope, members.clone(), &mut cells[..length]);
            for (index, cell) in cells[..length].iter().enumerate() {
                if chunk.keeps(index) {
                    tally.count(*cell, chunk.progress(index));
                }
            }
            let clustered = chunk.clustered().iter();
            let row = |index: &usize| self.scope.row(narrow(members.start + index), cells[*index]);
            rows.extend(clustered.map(row));
        }
        (tally, rows)
    }

    /// Counts the persons of these records: once in the whole, once in each cell they are in.
    fn several(&self, rows: &[Row], whole: &mut Group, tally: &mut Tally) {
        let mut persons = Tally::new(1);
        let mut order = by_person(rows, self.scope.known.persons.clusters());
        for person in order.chunk_by_mut(|left, right| rows[*left].cluster == rows[*right].cluster)
        {
            let all = self.progress(&together(person.iter().map(|at| &rows[*at])));
            persons.count(0, all);
            person.sort_unstable_by_key(|at| rows[*at].cell);
            for cell in person.chunk_by(|left, right| rows[*left].cell == rows[*right].cell) {
                let is_all = cell.len() == person.len();
                let days = || together(cell.iter().map(|at| &rows[*at]));
                let progress = if is_all { all } else { self.progress(&days()) };
                tally.count(rows[cell[0]].cell, progress);
            }
        }
        whole.add(&persons.sum());
    }

    fn progress(&self, days: &Days) -> Progress {
        Progress::of(days, self.scope.as_at, self.order)
    }
}
