//! Serves on threads of its own while one more thread asks.
use super::client::Load;
use crate::{App, Problem, serving, web};
use std::{future::Future, io, net::SocketAddr, thread};
use tokio::{net::TcpListener, runtime, sync::oneshot};

/// What the asking gives; the server is stopped after it.
pub(super) fn while_served<T, F>(
    app: &App,
    ask: impl FnOnce(SocketAddr) -> F + Send + 'static,
) -> Result<T, Problem>
where
    T: Send + 'static,
    F: Future<Output = io::Result<T>>,
{
    let server = runtime::Builder::new_multi_thread().enable_all().build().map_err(broken)?;
    let listener = server.block_on(TcpListener::bind("127.0.0.1:0")).map_err(broken)?;
    let address = listener.local_addr().map_err(broken)?;
    let (stop, stopped) = oneshot::channel::<()>();
    let router = web::router(app.clone());
    let serving = server.spawn(async move {
        serving::serve(listener, router, async { drop(stopped.await) }).await;
    });
    let clients = thread::Builder::new().name("clients".to_owned()).spawn(move || {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(ask(address))
    });
    let asking = clients.map_err(broken)?;
    let asked = asking.join().map_err(|_| broken("the clients panicked"))?.map_err(broken)?;
    if stop.send(()).is_err() {
        tracing::debug!("the server stopped by itself");
    }
    server.block_on(serving).map_err(broken)?;
    Ok(asked)
}

/// The load, if all of it was answered as wanted.
pub(super) fn all_answered(load: Load) -> Result<Load, Problem> {
    match load.others.first() {
        None => Ok(load),
        Some(first) => Err(broken(format!(
            "{} answers were not as wanted, such as {first}",
            load.others.len()
        ))),
    }
}

/// What keeps the benchmark from measuring.
pub(super) fn broken(why: impl std::fmt::Display) -> Problem {
    Problem::Broken(format!("the benchmark: {why}"))
}
