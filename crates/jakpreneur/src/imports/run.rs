//! Carrying a file on, portion by portion, from where it stands to its end.
use super::{
    Failure, Job, Outcome, State,
    enter::enter,
    lines::{Columns, Line, Reason, Setting},
    reading::{Pace, Read, Reading},
    rejects::{self, Head},
    rows,
    try_out::Seen,
};
use crate::{App, House, Problem, journal::Change, people::JustNow, staff::Officer};
use documents::table::Table;
use std::{ops::ControlFlow, sync::Arc};

/// Hears of every portion that is recorded, and may stop the work there.
pub type Watch<'w> = &'w mut dyn FnMut(&Job) -> ControlFlow<()>;

/// One run through a file.
struct Run<'a> {
    app: &'a App,
    job: Job,
    setting: Setting,
    seen: Option<Box<Seen>>,
    pace: Pace,
}

/// Records the rows that are left, and answers how far the file is: done, failed, or stopped by `watch`.
/// A problem leaves the file where it stands, to be carried on later.
pub fn run(
    app: &App,
    mut job: Job,
    officer: Arc<Officer>,
    table: Result<Table, Failure>,
    pace: Pace,
    watch: Watch<'_>,
) -> Result<Job, Problem> {
    let table = match table {
        Ok(table) => table,
        Err(failure) => return fail(app, job, failure),
    };
    let columns = match Columns::find(job.kind, &table.header) {
        Ok(columns) => columns,
        Err(failure) => return fail(app, job, failure),
    };
    let setting = Setting {
        officer,
        import: job.id,
        kind: job.kind,
        agency: job.agency,
        scheme: job.scheme,
        delimited: table.delimiter.is_some(),
    };
    begin(app, &mut job, &columns, Head { titles: table.header, delimiter: table.delimiter })?;
    let reading = Reading {
        rows: table.rows,
        columns,
        setting: setting.clone(),
        after: job.line,
        pace: pace.clone(),
    };
    let seen = job.dry_run.then(Box::default);
    Run { app, job, setting, seen, pace }.finish(reading, watch)
}

fn begin(app: &App, job: &mut Job, columns: &Columns, head: Head) -> Result<(), Problem> {
    job.state = State::Running;
    job.unknown_columns.clone_from(&columns.unknown);
    if job.dry_run {
        job.line = 0;
        job.counts = super::Counts::default();
    }
    let begun = job.clone();
    app.change_now(move |tx, house| {
        if begun.dry_run {
            rows::begin_afresh(tx, begun.id)?;
        }
        let head = head.sealed(house, begun.id);
        Ok(rows::begin(tx, begun.id, &head, &begun.unknown_columns)?)
    })
}

/// The file cannot go on; what is recorded stays.
pub fn fail(app: &App, job: Job, failure: Failure) -> Result<Job, Problem> {
    end(app, job, State::Failed, Some(failure))
}

fn end(app: &App, mut job: Job, state: State, failure: Option<Failure>) -> Result<Job, Problem> {
    job.state = state;
    job.failure = failure;
    job.ended_at = Some(app.house.now());
    let ended = job.clone();
    app.change_now(move |tx, _| Ok(rows::end(tx, &ended)?))?;
    Ok(job)
}

impl Run<'_> {
    fn finish(mut self, reading: Reading, watch: Watch<'_>) -> Result<Job, Problem> {
        for read in reading.start(self.app.house.clone())? {
            match read {
                Read::Lines(lines) if lines.is_empty() => {}
                Read::Lines(lines) => match self.portion(&lines.into()) {
                    Ok(()) => {}
                    Err(Problem::Forbidden) => {
                        return fail(self.app, self.job, Failure::NotAllowed);
                    }
                    Err(problem) => return Err(problem),
                },
                Read::End => return end(self.app, self.job, State::Done, None),
                Read::Failed(failure) => return fail(self.app, self.job, failure),
                Read::Problem(problem) => return Err(problem),
            }
            if watch(&self.job).is_break() {
                return Ok(self.job);
            }
        }
        Err(Problem::Broken("the file's reader ended before the file".to_owned()))
    }

    /// Deals with some rows in one commit; where that breaks, with each in a commit of its own.
    fn portion(&mut self, lines: &Arc<[Line]>) -> Result<(), Problem> {
        let began = self.app.house.now();
        match self.commit(lines) {
            Err(Problem::Fault(fault)) if is_of_a_row(&fault) => {
                tracing::warn!(%fault, "a portion of an import is tried row by row");
                self.row_by_row(lines)
            }
            done => {
                self.pace.learn(self.app.house.now().0 - began.0);
                done
            }
        }
    }

    fn row_by_row(&mut self, lines: &[Line]) -> Result<(), Problem> {
        for line in lines {
            let alone: Arc<[Line]> = vec![line.clone()].into();
            match self.commit(&alone) {
                Err(Problem::Fault(fault)) if is_of_a_row(&fault) => {
                    tracing::error!(%fault, line = line.number(), "a row cannot be recorded");
                    self.give_back(line)?;
                }
                done => done?,
            }
        }
        Ok(())
    }

    fn commit(&mut self, lines: &Arc<[Line]>) -> Result<(), Problem> {
        let tried = self.try_out(lines)?;
        let (job, setting, lines) = (self.job.clone(), self.setting.clone(), lines.clone());
        self.job = self.app.change_now(move |tx, house| {
            let outcomes = match tried {
                Some(tried) => tried,
                None => enter_all(tx, house, &setting, &lines)?,
            };
            note(tx, house, job, &lines, &outcomes)
        })?;
        Ok(())
    }

    fn try_out(&mut self, lines: &[Line]) -> Result<Option<Vec<Outcome>>, Problem> {
        let Some(seen) = &mut self.seen else { return Ok(None) };
        let (house, setting) = (&self.app.house, &self.setting);
        self.app.db.look(|tx| {
            let tried = lines.iter().map(|line| seen.try_out(tx, house, setting, line));
            tried.collect::<Result<_, _>>().map(Some)
        })
    }

    fn give_back(&mut self, line: &Line) -> Result<(), Problem> {
        let (job, lines) = (self.job.clone(), vec![line.clone()]);
        self.job = self.app.change_now(move |tx, house| {
            note(tx, house, job, &lines, &[Outcome::Rejected(vec![Reason::NotRecorded])])
        })?;
        Ok(())
    }
}

fn enter_all(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    lines: &[Line],
) -> Result<Vec<Outcome>, Problem> {
    let mut just_now = JustNow::default();
    lines.iter().map(|line| enter(tx, house, setting, &mut just_now, line)).collect()
}

/// Writes down, in the commit of the rows themselves, what became of them: a kill loses or doubles none.
fn note(
    tx: &mut Change<'_>,
    house: &House,
    mut job: Job,
    lines: &[Line],
    outcomes: &[Outcome],
) -> Result<Job, Problem> {
    let from = job.line;
    for (line, outcome) in lines.iter().zip(outcomes) {
        job.counts.count(outcome);
        job.line = line.number();
        if let Outcome::Rejected(reasons) = outcome {
            rejects::add(tx, house, job.id, line, reasons)?;
        }
    }
    rows::go_on(tx, &job, from)?;
    Ok(job)
}

/// Whether one row may be to blame; the machine or the line to the database concern every row.
fn is_of_a_row(fault: &db::Error) -> bool {
    match fault {
        db::Error::Sqlite(_)
        | db::Error::Postgres(_)
        | db::Error::Panicked
        | db::Error::Unreadable(..) => true,
        db::Error::Lost(_)
        | db::Error::Full
        | db::Error::NotCommitted(_)
        | db::Error::Stopping
        | db::Error::Address(_)
        | db::Error::TooNew { .. }
        | db::Error::File(_) => false,
    }
}
