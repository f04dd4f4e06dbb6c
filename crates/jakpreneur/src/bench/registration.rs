//! Registrations through the API, beside the same statements in a bare loop: in turns, for a machine is never quiet.
use super::{
    Line, Size, Unit, acts, bare,
    bare::Statements,
    http,
    recorded::Recorded,
    scratch::{self, Ground, Scratch},
    timed::{median, millis, per_second, percentile},
};
use crate::Problem;
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
    times: Vec<Duration>,
}

/// Measures all of it on one disk, or on one server.
pub(super) fn measure(size: Size, ground: Ground<'_>) -> Result<Vec<Line>, Problem> {
    let during = Duration::from_secs(size.seconds);
    let rounds = (0..ROUNDS).map(|round| one_round(during, ground, round));
    let rounds: Vec<Round> = rounds.collect::<Result<_, _>>()?;
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
    ];
    let mut times: Vec<Duration> = rounds.into_iter().flat_map(|round| round.times).collect();
    for (hundredth, target) in [(50, 50.0), (95, 100.0), (99, 300.0)] {
        let took = millis(percentile(&mut times, hundredth));
        let name = named(&format!("HTTP, p{hundredth}"));
        lines.push(Line::new(name, took, Unit::Milliseconds, target));
    }
    Ok(lines)
}

fn named(what: &str) -> String {
    format!("registration: {what}")
}

/// Whatever HTTP registers is written by the loop as well: the same rows, as many of them.
fn one_round(during: Duration, ground: Ground<'_>, round: usize) -> Result<Round, Problem> {
    let open = |what: &str| ground.open(&format!("{what}{round}"));
    let served = open("http")?;
    let token = scratch::token(&served)?;
    let before = commits(&served)?;
    let load = http::registrations(&served, &token, CONNECTIONS, during)?;
    let many = load.times.len() as u64;
    let together = per_commit(many, commits(&served)? - before);
    let loops = |what, which| -> Result<f64, Problem> {
        let app = open(what)?;
        let took = bare::write(&app, Recorded::read(&served)?, CONNECTIONS, which)?;
        Ok(per_second(many, took))
    };
    let all_statements = loops("same", Statements::All)?;
    let writes_alone = loops("rows", Statements::Writes)?;
    let app = open("acts")?;
    let acts = per_second(acts::registrations(&app, CONNECTIONS, during)?, during);
    let http = per_second(many, during);
    Ok(Round { all_statements, writes_alone, acts, http, together, times: load.times })
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
