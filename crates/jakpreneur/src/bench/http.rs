//! The same registrations through the API, on connections that stay open.
use super::{
    client::{self, Load, Request},
    resident,
    timed::now,
};
use crate::{App, Problem, serving, web};
use std::{net::SocketAddr, sync::Arc, thread, time::Duration};
use tokio::{net::TcpListener, runtime, sync::oneshot};

/// Serves on threads of its own while another thread asks.
pub(super) fn registrations(
    app: &App,
    token: &str,
    connections: usize,
    during: Duration,
) -> Result<Load, Problem> {
    let (stop, stopped) = oneshot::channel::<()>();
    let (address, listening) = std::sync::mpsc::channel();
    let serving = {
        let app = app.clone();
        thread::spawn(move || serve(app, &address, stopped))
    };
    let server = listening.recv().map_err(broken)?;
    let request = requests(token);
    let asking = thread::Builder::new().name("clients".to_owned()).spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(client::load(server, connections, now() + during, request, *b"201"))
    });
    let asking = asking.map_err(broken)?;
    let load = asking.join().map_err(|_| broken("the clients panicked"))?.map_err(broken)?;
    if stop.send(()).is_err() {
        tracing::debug!("the server stopped by itself");
    }
    serving.join().map_err(|_| broken("the server panicked"))??;
    if load.others > 0 {
        return Err(broken(format!("{} registrations were not answered with 201", load.others)));
    }
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
        let body = resident::body(number);
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
