//! Dashboards over the whole province: one after the other, each after a registration, and fifty at once while
//! residents register.
use super::{
    Line, Size, Unit,
    client::{self, Load, Pace, Request},
    http, scratch,
    served::{all_answered, broken, while_served},
    timed::{millis, now, per_second, percentile},
};
use crate::{
    App, Problem, cli,
    demo::{self, Demo},
    staff::{self, AccountForm, COOKIE},
};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::runtime;

/// So many lead, and look again every two seconds.
const LEADING: usize = 50;
const AGAIN: Duration = Duration::from_secs(2);
/// Two hundred registrations in a second.
const COUNTERS: usize = 10;
const NEXT: Duration = Duration::from_millis(50);
/// The pages measured alone; the first is the dashboard.
const PAGES: [&str; 3] = ["/dasbor", "/target", "/angka/tahap"];
/// Nobody of the demonstration has such a number.
const FIRST_RESIDENT: u64 = 5_000_000;

/// Measures all of it.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let app = scratch::open(folder, "dashboards.db")?;
    let demo = Demo { members: size.members, ..Demo::default() };
    demo::tell(&app, demo, &mut |_, _, _| {})?;
    let named = |what: &str| format!("dashboards over {}: {what}", size.members);
    let (token, cookie) = (scratch::token(&app)?, signed_in(&app)?);
    let during = Duration::from_secs(size.seconds);
    let mut lines = Vec::new();
    for at in PAGES {
        let pages = looked(&app, looks(at, &cookie), during)?;
        lines.extend(times(&named(&format!("{at} again")), pages));
        let pages = looked_after_registrations(&app, (at, &cookie, &token), during)?;
        lines.extend(times(&named(&format!("{at} after a registration")), pages));
    }
    lines.extend(at_once(&app, (&cookie, &token), during, &named)?);
    Ok(lines)
}

fn times(name: &str, mut load: Load) -> [Line; 2] {
    let mut at = |hundredth| millis(percentile(&mut load.times, hundredth));
    let (half, most) = (at(50), at(95));
    [
        Line::beside(format!("{name}, p50"), half, Unit::Milliseconds),
        Line::new(format!("{name}, p95"), most, Unit::Milliseconds, 50.0),
    ]
}

/// Somebody who leads, and the cookie of their session.
fn signed_in(app: &App) -> Result<String, Problem> {
    let password = "hanya untuk mengukur";
    let form = AccountForm {
        name: "pimpinan".to_owned(),
        role: "executive".to_owned(),
        password: password.to_owned(),
        ..AccountForm::default()
    };
    let name = cli::user::add(app, &form)?;
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(broken)?;
    let session = runtime.block_on(staff::sign_in(app, &name, password))?;
    let cookie = session.cookie(false);
    let value = cookie.split(';').next().filter(|value| value.starts_with(COOKIE));
    value.map(str::to_owned).ok_or_else(|| broken("a session without a cookie"))
}

fn looks(at: &'static str, cookie: &str) -> Request {
    let request = format!(
        "GET {at} HTTP/1.1\r\nHost: bench\r\nCookie: {cookie}\r\nAccept-Language: id\r\n\
         Accept-Encoding: br, gzip\r\n\r\n"
    );
    Arc::new(move |_| request.clone().into_bytes())
}

/// One after the other, while nothing is recorded.
fn looked(app: &App, request: Request, during: Duration) -> Result<Load, Problem> {
    all_answered(while_served(app, async move |server| {
        client::load(server, Pace::as_fast_as_can(1), now() + during, request, *b"200").await
    })?)
}

/// One after the other, each after somebody was registered.
fn looked_after_registrations(
    app: &App,
    (at, cookie, token): (&'static str, &str, &str),
    during: Duration,
) -> Result<Load, Problem> {
    let (look, register) = (looks(at, cookie), http::requests(token));
    let first = first_resident(app)?;
    all_answered(while_served(app, async move |server| {
        let (until, mut load, mut number) = (now() + during, Load::default(), first);
        while now() < until {
            number += 1;
            let registered = client::once(server, &register, number, *b"201").await?;
            load.others.extend(registered.others);
            let page = client::once(server, &look, 0, *b"200").await?;
            load.others.extend(page.others);
            load.times.extend(page.times);
        }
        Ok(load)
    })?)
}

/// Residents whom nobody registered before.
fn first_resident(app: &App) -> Result<u64, Problem> {
    let position = app.db.look(|tx| Ok::<_, Problem>(tx.chain()?.position))?;
    Ok(FIRST_RESIDENT + position.unsigned_abs())
}

/// Everybody who leads looks while residents register.
fn at_once(
    app: &App,
    (cookie, token): (&str, &str),
    during: Duration,
    named: &impl Fn(&str) -> String,
) -> Result<Vec<Line>, Problem> {
    let (look, register, first) =
        (looks("/dasbor", cookie), http::requests(token), first_resident(app)?);
    let registers: Request = Arc::new(move |number| register(first + 1 + number));
    let (pages, registered) = while_served(app, async move |server| {
        let until = now() + during;
        let pages = client::load(server, Pace::every(LEADING, AGAIN), until, look, *b"200");
        let counters = Pace::every(COUNTERS, NEXT);
        let registered = client::load(server, counters, until, registers, *b"201");
        tokio::try_join!(pages, registered)
    })?;
    let (pages, mut registered) = (all_answered(pages)?, all_answered(registered)?);
    let many = |load: &Load| u64::try_from(load.times.len()).unwrap_or_default();
    let rate = per_second(many(&registered), during);
    let looks = per_second(many(&pages), during);
    let slow = millis(percentile(&mut registered.times, 95));
    let mut lines = vec![
        Line::new(named("registrations beside fifty who lead"), rate, Unit::PerSecond, 200.0),
        Line::new(named("such a registration, p95"), slow, Unit::Milliseconds, 100.0),
        Line::beside(named("looks of the fifty"), looks, Unit::PerSecond),
    ];
    lines.extend(times(&named("/dasbor beside 200 registrations a second"), pages));
    Ok(lines)
}
