//! Answering a question with counts.

use std::ops::Range;

use crate::answer::{Answer, Group};
use crate::axes::Axes;
use crate::chunk::{CHUNK, Chunk, Progress};
use crate::days::{Days, Order};
use crate::figures::Figures;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;
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
    /// The whole, and the cells. A person of one record is in one cell, so that the cells sum up.
    fn count(&self) -> (Group, Tally) {
        let singles = in_parts(self.scope.known.members, |members| self.singles(members));
        let tally = joined(singles, self.axes.cells());
        let whole = tally.sum();
        let clusters = self.scope.known.persons.clusters().len();
        let (wholes, tallies): (Vec<Tally>, Vec<Tally>) =
            in_parts(clusters, |clusters| self.several(clusters)).into_iter().unzip();
        let several = joined(wholes, 1).sum();
        let tally = tallies.iter().fold(tally, Tally::and);
        (sum(whole, &several), tally)
    }

    /// Persons who have one record only.
    fn singles(&self, members: Range<usize>) -> Tally {
        let mut tally = Tally::new(self.axes.cells());
        let mut chunk = Chunk::new();
        let mut cells = [0; CHUNK];
        for members in chunks(members) {
            let length = members.len();
            chunk.admit(&self.scope, members.clone());
            if !chunk.keeps_any(length) {
                continue;
            }
            chunk.read(&self.scope, members.clone(), self.order);
            self.axes.place(members, &mut cells[..length]);
            for (index, cell) in cells[..length].iter().enumerate() {
                if chunk.keeps(index) {
                    tally.count(*cell, chunk.progress(index));
                }
            }
        }
        tally
    }

    /// Persons who have several records: once in the whole, once in each cell they are in.
    fn several(&self, clusters: Range<usize>) -> (Tally, Tally) {
        let (mut whole, mut tally) = (Tally::new(1), Tally::new(self.axes.cells()));
        let mut rows: Vec<(usize, Days)> = Vec::new();
        for cluster in &self.scope.known.persons.clusters()[clusters] {
            if cluster.len() < 2 {
                continue;
            }
            let admitted = cluster.iter().filter(|member| self.scope.admits(**member));
            rows.clear();
            rows.extend(admitted.map(|at| (self.axes.cell(*at), self.scope.days_of(*at))));
            if rows.is_empty() {
                continue;
            }
            whole.count(0, self.progress(&rows));
            rows.sort_unstable_by_key(|(cell, _)| *cell);
            for same in rows.chunk_by(|(left, _), (right, _)| left == right) {
                tally.count(same[0].0, self.progress(same));
            }
        }
        (whole, tally)
    }

    fn progress(&self, rows: &[(usize, Days)]) -> Progress {
        let days = rows.iter().fold(Days::NONE, |days, (_, more)| days.and(more));
        Progress {
            reached: days.reached(self.scope.as_at),
            open: days.open(self.scope.as_at),
            latest: days.latest(self.scope.as_at, self.order),
        }
    }
}

fn joined(tallies: Vec<Tally>, cells: usize) -> Tally {
    let mut tallies = tallies.into_iter();
    let first = tallies.next().unwrap_or_else(|| Tally::new(cells));
    tallies.fold(first, |tally, more| tally.and(&more))
}

fn sum(mut whole: Group, more: &Group) -> Group {
    whole.persons += more.persons;
    for stage in 0..whole.reached.len() {
        whole.reached[stage] += more.reached[stage];
        whole.open[stage] += more.open[stage];
        whole.at[stage] += more.at[stage];
    }
    whole
}
