//! Registrations through the API, beside the same statements in a bare loop: in turns, for a machine is never quiet.
use super::{
    Line, Size, Unit, acts, bare,
    bare::Statements,
    cpu, http,
    recorded::Recorded,
    scratch::{self, Ground, Scratch},
    timed::{median, micros_each, millis, per_second, percentile},
};
use crate::{App, Problem};
use db::Position;
use std::time::Duration;

/// So many counters work at once; a commit takes no more than wait.
const CONNECTIONS: usize = 64;
/// Turns of which the middle one counts.
const ROUNDS: usize = 3;
/// Durable registrations in a second, at least.
const ENOUGH: f64 = 3000.0;
/// Of the rate of the bare loop, at least so much must reach those who register over HTTP.
const SHARE: f64 = 0.5;

/// Registrations in a second in one round.
struct Round {
    all_statements: f64,
    writes_alone: f64,
    acts: f64,
    http: f64,
    together: f64,
    /// Microseconds of the processor for one registration: they tell more than rates on a busy machine.
    bare_cpu: f64,
    http_cpu: f64,
    times: Vec<Duration>,
}

/// Measures all of it on one disk, or on one server.
pub(super) fn measure(size: Size, ground: Ground<'_>) -> Result<Vec<Line>, Problem> {
    let during = Duration::from_secs(size.seconds);
    let rounds = (0..ROUNDS).map(|round| one_round(during, ground, round));
    let rounds: Vec<Round> = rounds.collect::<Result<_, _>>()?;
    let named = name_lines(ground)?;
    let middle = |of: fn(&Round) -> f64| median(rounds.iter().map(of).collect());
    let beside = |what: &str, of| Line::beside(named(what), middle(of), Unit::PerSecond);
    let mut lines = vec![
        beside("bare loop, the same statements, 64 a commit", |round| round.all_statements),
        beside("bare loop, its writes alone, 64 a commit", |round| round.writes_alone),
        beside("acts without HTTP, 64 callers", |round| round.acts),
        Line::new(named("HTTP, 64 connections"), middle(|it| it.http), Unit::PerSecond, ENOUGH),
        Line::new(
            named("HTTP, of the same statements"),
            middle(|round| round.http / round.all_statements),
            Unit::Share,
            SHARE,
        ),
        Line::beside(
            named("HTTP, of the writes alone"),
            middle(|round| round.http / round.writes_alone),
            Unit::Share,
        ),
        Line::beside(named("HTTP, in one commit"), middle(|it| it.together), Unit::Registrations),
        Line::beside(
            named("bare loop, processor for one"),
            middle(|round| round.bare_cpu),
            Unit::Microseconds,
        ),
        Line::beside(
            named("HTTP with its clients, processor for one"),
            middle(|round| round.http_cpu),
            Unit::Microseconds,
        ),
    ];
    let mut times: Vec<Duration> = rounds.into_iter().flat_map(|round| round.times).collect();
    for (hundredth, target) in [(50, 50.0), (95, 100.0), (99, 300.0)] {
        let took = millis(percentile(&mut times, hundredth));
        let name = named(&format!("HTTP, p{hundredth}"));
        lines.push(Line::new(name, took, Unit::Milliseconds, target));
    }
    Ok(lines)
}

/// Says where it was measured, and when a server does not wait for its disk.
fn name_lines(ground: Ground<'_>) -> Result<impl Fn(&str) -> String, Problem> {
    let place = match ground.server {
        None => "registration",
        Some(_) if waits_for_the_disk(&*ground.open("asked")?)? => "registration, PostgreSQL",
        Some(_) => "registration, PostgreSQL not durable",
    };
    Ok(move |what: &str| format!("{place}: {what}"))
}

const DURABLE: &str = "
    select cast(name as text) from pg_settings
    where name in ('fsync', 'synchronous_commit') and setting = 'off'";

fn waits_for_the_disk(app: &App) -> Result<bool, Problem> {
    let mut waits = true;
    app.db.look(|tx| {
        tx.each_row(DURABLE, |_| {
            waits = false;
            Ok(())
        })
    })?;
    Ok(waits)
}

/// Whatever HTTP registers is written by the loop as well: the same rows, as many of them.
fn one_round(during: Duration, ground: Ground<'_>, round: usize) -> Result<Round, Problem> {
    let open = |what: &str| ground.open(&format!("{what}{round}"));
    let served = open("http")?;
    let token = scratch::token(&served)?;
    let before = commits(&served)?;
    let (load, http_cpu) = cpu::spent(|| http::registrations(&served, &token, CONNECTIONS, during));
    let load = load?;
    let many = load.times.len() as u64;
    let together = per_commit(many, commits(&served)? - before);
    let loops = |what, which| -> Result<(f64, Duration), Problem> {
        let app = open(what)?;
        let recorded = Recorded::read(&served)?;
        let (took, cpu) = cpu::spent(|| bare::write(&app, recorded, CONNECTIONS, which));
        Ok((per_second(many, took?), cpu))
    };
    let (all_statements, bare_cpu) = loops("same", Statements::All)?;
    let (writes_alone, _) = loops("rows", Statements::Writes)?;
    let app = open("acts")?;
    let acts = per_second(acts::registrations(&app, CONNECTIONS, during)?, during);
    let http = per_second(many, during);
    let (bare_cpu, http_cpu) = (micros_each(bare_cpu, many), micros_each(http_cpu, many));
    let times = load.times;
    Ok(Round { all_statements, writes_alone, acts, http, together, bare_cpu, http_cpu, times })
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn per_commit(many: u64, commits: Position) -> f64 {
    many as f64 / commits as f64
}

db::sql!(COMMITS = "select batches from journal_head where id = 1");

/// Commits so far.
fn commits(app: &Scratch) -> Result<Position, Problem> {
    let found: Option<(Position,)> = app.db.look(|tx| tx.maybe(COMMITS, ()))?;
    Ok(found.map_or(0, |(commits,)| commits))
}
