//! Answering a question with counts.

use std::ops::Range;
use std::sync::Arc;

use crate::answer::{Answer, Group};
use crate::axes::Axes;
use crate::chunk::{CHUNK, Chunk, Progress, narrow};
use crate::column::memory_bytes;
use crate::days::{Days, Order};
use crate::figures::Figures;
use crate::kept::Part;
use crate::parts::{chunks, in_parts};
use crate::question::Question;
use crate::scope::Scope;
use crate::several::{Row, together};
use crate::tally::Tally;

/// Counts of more cells than this are not kept: they would take more room than all they are counted from.
const FEW: usize = 512;

/// What stages are counted of: the cells of a question are numbered by the keys there are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StagesOf {
    question: Question,
    keys: [Vec<u16>; 3],
}

/// The persons of one record of a part by cell, and the records of the others.
#[derive(Debug)]
pub(crate) struct StagesPart {
    tally: Tally,
    rows: Vec<Row>,
}

impl Part for StagesPart {
    fn bytes(&self) -> usize {
        self.tally.memory_bytes() + memory_bytes(&self.rows)
    }
}

/// Stands for the cell of a person of whom nothing was found, and of one in several cells.
const NOWHERE: usize = usize::MAX;
const SEVERAL: usize = usize::MAX - 1;

/// What was found of a person who may have several records.
#[derive(Clone, Copy)]
struct Found {
    days: Days,
    cell: usize,
}

impl Found {
    const NOTHING: Self = Self { days: Days::NONE, cell: NOWHERE };

    fn add(&mut self, row: &Row) {
        self.days = self.days.and(&row.days);
        self.cell = if self.cell == NOWHERE || self.cell == row.cell { row.cell } else { SEVERAL };
    }
}

/// What the counting of every part needs.
struct Asking<'a> {
    figures: &'a Figures,
    question: &'a Question,
    scope: Scope<'a>,
    axes: Axes<'a>,
    order: Order,
}

impl Figures {
    /// How many persons reached which stage.
    pub fn ask(&self, question: &Question) -> Answer {
        let asking = Asking {
            figures: self,
            question,
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
        let parts = self.parts();
        let mut tally = Tally::new(self.axes.cells());
        for part in &parts {
            tally = tally.and(&part.tally);
        }
        // A person of one record is in one cell, so that the cells sum up to the whole.
        let mut whole = tally.sum();
        self.several(&parts, &mut whole, &mut tally);
        (whole, tally)
    }

    fn parts(&self) -> Vec<Arc<StagesPart>> {
        let count = |members: Range<usize>| self.singles(members);
        if self.axes.cells() > FEW {
            return in_parts(self.scope.known.members, count).into_iter().map(Arc::new).collect();
        }
        let question = Question { known_at: None, ..self.question.clone() };
        let of = StagesOf { question, keys: self.axes.keys.clone() };
        self.figures.kept.stages.parts(self.figures, &self.scope.known, of, count)
    }

    /// Counts the persons of one record, and gives the records of the others.
    fn singles(&self, members: Range<usize>) -> StagesPart {
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
        StagesPart { tally, rows }
    }

    /// Counts the persons of several records: once in the whole, once in each cell they are in.
    fn several(&self, parts: &[Arc<StagesPart>], whole: &mut Group, tally: &mut Tally) {
        let rows = || parts.iter().flat_map(|part| &part.rows);
        let mut found = vec![Found::NOTHING; self.scope.known.persons.clusters()];
        for row in rows() {
            found[row.cluster as usize].add(row);
        }
        let mut persons = Tally::new(1);
        for person in found.iter().filter(|person| person.cell != NOWHERE) {
            let progress = self.progress(&person.days);
            persons.count(0, progress);
            if person.cell != SEVERAL {
                tally.count(person.cell, progress);
            }
        }
        whole.add(&persons.sum());
        let apart = rows().filter(|row| found[row.cluster as usize].cell == SEVERAL);
        self.in_several_cells(&apart.copied().collect::<Vec<_>>(), tally);
    }

    fn in_several_cells(&self, rows: &[Row], tally: &mut Tally) {
        let keyed = (0..).zip(rows).map(|(at, row)| (row.cluster, row.cell, at));
        let mut order: Vec<(u32, usize, usize)> = keyed.collect();
        order.sort_unstable();
        for records in order.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let days = together(records.iter().map(|(.., at)| &rows[*at]));
            tally.count(records[0].1, self.progress(&days));
        }
    }

    fn progress(&self, days: &Days) -> Progress {
        Progress::of(days, self.scope.as_at, self.order)
    }
}
