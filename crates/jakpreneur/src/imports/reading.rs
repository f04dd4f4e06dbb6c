//! Reading a file ahead of the writer, on a thread of its own.
use super::{
    Failure,
    lines::{Columns, Line, Setting},
};
use crate::{House, Problem};
use documents::table::Rows;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// What the reader says.
pub enum Read {
    /// The next rows.
    Lines(Vec<Line>),
    /// There are no more.
    End,
    /// The file cannot be read on.
    Failed(Failure),
    /// The programme cannot go on.
    Problem(Problem),
}

/// How many rows one commit takes.
#[derive(Clone, Debug)]
pub struct Pace {
    rows: Arc<AtomicUsize>,
    most: usize,
    /// How long a commit may take, in microseconds.
    longest: i64,
}

const FEWEST: usize = 100;

impl Pace {
    /// Beside a counter, nobody waits for more than about a tenth of a second.
    pub fn beside_others() -> Self {
        Self { rows: Arc::new(AtomicUsize::new(500)), most: 4000, longest: 100_000 }
    }

    /// Where nobody else waits, larger commits write each leaf of the trees less often.
    pub fn alone() -> Self {
        Self { rows: Arc::new(AtomicUsize::new(500)), most: 8000, longest: 2_000_000 }
    }

    /// Learns from how many microseconds a commit took.
    pub fn learn(&self, took: i64) {
        let now = self.rows();
        let next = match took {
            slow if slow > self.longest => now / 2,
            quick if quick < self.longest / 2 => now * 2,
            _ => now,
        };
        self.rows.store(next.clamp(FEWEST, self.most), Ordering::Relaxed);
    }

    fn rows(&self) -> usize {
        self.rows.load(Ordering::Relaxed)
    }
}

/// What is read, and how.
pub struct Reading {
    /// The rows of the file.
    pub rows: Rows,
    /// Where each column is.
    pub columns: Columns,
    /// What holds for every row.
    pub setting: Setting,
    /// The last line that was dealt with before.
    pub after: i64,
    /// How many rows go together.
    pub pace: Pace,
}

impl Reading {
    /// Begins to read; one portion waits while another is recorded.
    pub fn start(self, house: Arc<House>) -> Result<Receiver<Read>, Problem> {
        let (sender, said) = sync_channel(1);
        let read = move || {
            let last = self.send(&house, &sender);
            // Nobody listens once the import has stopped.
            let _ = last.and_then(|last| sender.send(last).ok());
        };
        let started = thread::Builder::new().name("import-reader".to_owned()).spawn(read);
        started.map_err(db::Error::File)?;
        Ok(said)
    }

    /// Sends every row; answers what to say last, or nothing when nobody listens.
    fn send(self, house: &House, to: &SyncSender<Read>) -> Option<Read> {
        let mut lines = Vec::new();
        for row in self.rows {
            let row = match row {
                Ok(row) => row,
                Err(reason) => {
                    to.send(Read::Lines(lines)).ok()?;
                    return Some(Read::Failed(reason.into()));
                }
            };
            if i64::try_from(row.line).is_ok_and(|line| line <= self.after) {
                continue;
            }
            match Line::read(&self.columns, row, &self.setting, house) {
                Ok(line) => lines.push(line),
                Err(problem) => return Some(Read::Problem(problem)),
            }
            if lines.len() >= self.pace.rows() {
                to.send(Read::Lines(std::mem::take(&mut lines))).ok()?;
            }
        }
        to.send(Read::Lines(lines)).ok()?;
        Some(Read::End)
    }
}
