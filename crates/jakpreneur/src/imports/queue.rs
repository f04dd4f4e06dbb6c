//! One file after the other, on a thread beside the requests.
use super::{Failure, Job, Kind, parts, reading::Pace, rejects, rows, run};
use crate::{App, House, Problem, staff};
use documents::table::{self, Limits};
use rules::{Act, Instant};
use std::{
    io::BufReader,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};
use uuid::Uuid;

/// Whether somebody works through the files, and whether there is more to do than when they looked.
#[derive(Debug, Default)]
pub struct Queue {
    work: Mutex<Work>,
    stopping: AtomicBool,
}

#[derive(Debug, Default)]
struct Work {
    running: bool,
    wanted: bool,
}

impl Queue {
    /// Lets the work end after the portion it is at; it goes on when the programme starts again.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Whether nobody works through the files now.
    pub fn is_idle(&self) -> bool {
        !self.work.lock().unwrap_or_else(PoisonError::into_inner).running
    }

    /// Notes that there is work; whether somebody has to be sent to do it.
    fn want(&self) -> bool {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        work.wanted = true;
        !std::mem::replace(&mut work.running, true)
    }

    /// Whether there is more work; if not, nobody works any more.
    fn take(&self) -> bool {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        let more = std::mem::take(&mut work.wanted) && !self.is_stopping();
        work.running = more;
        more
    }
}

/// Carries on every file that is not over: at the start of serving.
pub fn resume_all(app: &App) -> Result<(), Problem> {
    wake(app)
}

/// Has the waiting files dealt with, if nobody is at it.
pub(super) fn wake(app: &App) -> Result<(), Problem> {
    if !app.imports.want() {
        return Ok(());
    }
    let app = app.clone();
    let started = thread::Builder::new().name("imports".to_owned()).spawn(move || {
        while app.imports.take() {
            if let Err(problem) = work_through(&app) {
                tracing::error!(%problem, "the waiting imports cannot be looked at");
            }
        }
    });
    started.map(drop).map_err(|error| Problem::Fault(db::Error::File(error)))
}

/// Every file that is not over, once, oldest first; then what nobody needs any more is forgotten.
fn work_through(app: &App) -> Result<(), Problem> {
    let mut after = Uuid::nil();
    while !app.imports.is_stopping() {
        let Some(job) = app.db.look(|tx| Ok::<_, Problem>(rows::next(tx, after)?))? else { break };
        after = job.id;
        carry_on(app, job);
    }
    app.change_now(|tx, house| tidy(tx, house))
}

/// How often a file is tried before the others have their turn.
const TRIES: u32 = 3;

fn carry_on(app: &App, job: Job) {
    let id = job.id;
    for pause in 0..TRIES {
        thread::sleep(Duration::from_secs(2 * u64::from(pause)));
        match once(app, id) {
            Ok(()) => return,
            Err(problem) => tracing::error!(%problem, import = %id, "an import was interrupted"),
        }
    }
    if let Err(problem) = run::fail(app, job, Failure::Interrupted) {
        tracing::error!(%problem, import = %id, "an import stays where it is");
    }
}

fn once(app: &App, id: Uuid) -> Result<(), Problem> {
    let looked = app.db.look(|tx| {
        let Some(job) = rows::job(tx, id)? else { return Ok::<_, Problem>(None) };
        let officer = job.user.map(|user| staff::standing(tx, user)).transpose()?.flatten();
        Ok(Some((job, officer)))
    })?;
    let Some((job, officer)) = looked else { return Ok(()) };
    if job.is_over() {
        return Ok(());
    }
    let Some(officer) = officer.filter(|officer| officer.role.may(Act::Import)) else {
        return run::fail(app, job, Failure::NotAllowed).map(drop);
    };
    know_names(app, job.kind)?;
    let size = u64::try_from(job.size).unwrap_or_default();
    let sent = parts::Sent::of(app.db.clone(), app.house.clone(), id, size);
    let table = table::read(BufReader::new(sent), job.format, Limits::default());
    let mut watch = |_: &Job| {
        if app.imports.is_stopping() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (officer, table) = (Arc::new(officer), table.map_err(Failure::from));
    let job = run::run(app, job, officer, table, Pace::beside_others(), &mut watch)?;
    tracing::info!(import = %job.id, state = job.state.word(), counts = %job.counts, "import");
    Ok(())
}

/// Look-alikes are found by name: all names must be known before the first row goes in.
pub fn know_names(app: &App, kind: Kind) -> Result<(), Problem> {
    let ready = app.house.board().names_ready;
    if kind == Kind::Members && !ready { app.load_names() } else { Ok(()) }
}

/// Rows that go back are kept for thirty days, what never arrived whole for one.
const KEPT: i64 = 30 * DAY;
const DAY: i64 = 24 * 3_600_000_000;

/// Forgets what nobody needs any more.
pub fn tidy(tx: &mut db::Tx<'_>, house: &House) -> Result<(), Problem> {
    let now = house.now().0;
    rejects::forget_old(tx, first_id_at(Instant(now - KEPT)))?;
    Ok(parts::forget_abandoned(tx, first_id_at(Instant(now - DAY)))?)
}

/// The lowest id made at a moment.
fn first_id_at(at: Instant) -> Uuid {
    let millis = u64::try_from(at.0 / 1000).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid()
}
