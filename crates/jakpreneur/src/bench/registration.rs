//! Registrations through the API on connections that stay open, beside the same rows without it.
use super::{
    Line, Size, Unit, bare,
    client::{self, Load, Request},
    scratch,
    timed::{millis, now, per_second, percentile},
};
use crate::{App, Problem, serving, web};
use std::{net::SocketAddr, path::Path, sync::Arc, thread, time::Duration};
use tokio::{net::TcpListener, runtime, sync::oneshot};

/// So many counters work at once.
const CONNECTIONS: usize = 64;
/// Of the rate of the rows alone, at least so much must reach those who register over HTTP.
const SHARE: f64 = 0.5;

/// Measures all of it on one disk.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let bare = bare::measure(folder)?;
    let app = scratch::open(folder, "registration.db")?;
    let token = scratch::token(&app)?;
    let mut load = registrations(&app, &token, size.seconds)?;
    let many = u64::try_from(load.times.len()).unwrap_or_default();
    let rate = per_second(many, Duration::from_secs(size.seconds));
    let mut lines = vec![
        Line::beside("registration: rows alone, 256 a commit", bare.rows, Unit::PerSecond),
        Line::beside("registration: acts without HTTP, 256 a commit", bare.acts, Unit::PerSecond),
        Line::new("registration: HTTP, 64 connections", rate, Unit::PerSecond, bare.rows * SHARE),
    ];
    for (hundredth, target) in [(50, 50.0), (95, 100.0), (99, 300.0)] {
        let took = millis(percentile(&mut load.times, hundredth));
        let name = format!("registration: HTTP, p{hundredth}");
        lines.push(Line::new(name, took, Unit::Milliseconds, target));
    }
    if load.others > 0 {
        let why = format!("{} registrations were not answered with 201", load.others);
        return Err(Problem::Broken(why));
    }
    Ok(lines)
}

/// Serves on threads of its own while another thread asks.
fn registrations(app: &App, token: &str, seconds: u64) -> Result<Load, Problem> {
    let (stop, stopped) = oneshot::channel::<()>();
    let (address, listening) = std::sync::mpsc::channel();
    let serving = {
        let app = app.clone();
        thread::spawn(move || serve(app, &address, stopped))
    };
    let server = listening.recv().map_err(broken)?;
    let request = requests(token);
    let asking = thread::spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let until = now() + Duration::from_secs(seconds);
        runtime.block_on(client::load(server, CONNECTIONS, until, request, "201"))
    });
    let load = asking.join().map_err(|_| broken("the clients panicked"))?.map_err(broken)?;
    if stop.send(()).is_err() {
        tracing::debug!("the server stopped by itself");
    }
    serving.join().map_err(|_| broken("the server panicked"))??;
    Ok(load)
}

fn serve(
    app: App,
    address: &std::sync::mpsc::Sender<SocketAddr>,
    stopped: oneshot::Receiver<()>,
) -> Result<(), Problem> {
    let runtime = runtime::Builder::new_multi_thread().enable_all().build().map_err(broken)?;
    runtime.block_on(async move {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(broken)?;
        address.send(listener.local_addr().map_err(broken)?).map_err(broken)?;
        let stop = async move { drop(stopped.await) };
        serving::serve(listener, web::router(app), stop).await;
        Ok(())
    })
}

fn requests(token: &str) -> Request {
    let token = token.to_owned();
    Arc::new(move |number| {
        let body = format!(
            "{{\"nik\":\"{}\",\"name\":\"Warga Nomor {number}\",\"phone\":\"0810{number:08}\",\
             \"kelurahan\":\"31.73.05.1001\",\"business_type\":\"kuliner\",\"has_business\":false,\
             \"agency\":\"ppkukm\",\"office\":\"31.73.05\",\"channel\":\"counter\",\
             \"registered_on\":\"2022-01-03\",\"consent\":true}}",
            scratch::nik(number)
        );
        let key = uuid::Uuid::from_u128(u128::from(number) | 0x0190_0000_0000_7000_8000 << 48);
        format!(
            "POST /api/v1/members HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    })
}

fn broken(why: impl std::fmt::Display) -> Problem {
    Problem::Broken(format!("the benchmark: {why}"))
}
