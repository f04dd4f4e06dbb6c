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

/// How many rows one commit takes: as many as keep others waiting for a tenth of a second.
#[derive(Clone)]
pub struct Pace(Arc<AtomicUsize>);

const FIRST: usize = 500;
const FEWEST: usize = 50;
const MOST: usize = 4000;
/// What others may wait, in microseconds.
const LONGEST: i64 = 100_000;

impl Pace {
    /// A careful one.
    pub fn new() -> Self {
        Self(Arc::new(AtomicUsize::new(FIRST)))
    }

    /// Learns from how many microseconds a commit took.
    pub fn learn(&self, took: i64) {
        let now = self.0.load(Ordering::Relaxed);
        let next = match took {
            slow if slow > LONGEST => now / 2,
            quick if quick < LONGEST / 2 => now * 2,
            _ => now,
        };
        self.0.store(next.clamp(FEWEST, MOST), Ordering::Relaxed);
    }

    fn rows(&self) -> usize {
        self.0.load(Ordering::Relaxed)
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
