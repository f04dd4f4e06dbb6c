//! `serve`: the programme for browsers and other systems.
use super::{NotDone, Screen, migrate, place::Place};
use crate::{
    App, demo, imports, serving, web,
    webhooks::{self, Courier, Terms},
};
use clap::{Args, ValueEnum};
use std::{io::IsTerminal, net::SocketAddr, sync::Arc, time::Duration};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

/// Migrate, then serve pages and the API until told to stop
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Load the demonstration programme first, if the database is empty
    #[arg(long)]
    demo: bool,
    /// Where the public reaches this server, such as `https://jakpreneur.example`: certificates carry it
    #[arg(long, value_name = "URL", env = "JAKPRENEUR_PUBLIC_URL", value_parser = public_url)]
    public_url: Option<String>,
    /// Let webhooks reach machines of the own network, and plain `http`: only where partners live there
    #[arg(long, env = "JAKPRENEUR_WEBHOOKS_OWN_NETWORK")]
    webhooks_own_network: bool,
    /// What to log, such as `info` or `jakpreneur=debug`
    #[arg(long, value_name = "FILTER", env = "JAKPRENEUR_LOG", default_value = "info")]
    log: String,
    /// How to log
    #[arg(long, value_enum, env = "JAKPRENEUR_LOG_FORMAT", default_value_t = LogFormat::Text)]
    log_format: LogFormat,
}

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Serve {
    /// Serves until the process is told to stop.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        self.log()?;
        let (app, migrated) = place.migrate_and_open_to_serve()?;
        screen.line(migrate::told(migrated))?;
        if self.demo && demo::is_empty(&app) {
            super::demo::tell(&app, demo::Demo::default(), screen)?;
            for one in demo::accounts(&app)? {
                screen.line(format_args!(
                    "{}: {} / {}",
                    one.role.word(),
                    one.name,
                    one.password
                ))?;
            }
        }
        if let Some(url) = &self.public_url {
            app.house.public_url.get_or_init(|| url.clone());
        }
        app.house.own_network.get_or_init(|| self.webhooks_own_network);
        load_names(&app)?;
        load_growth(&app)?;
        imports::resume_all(&app)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(self.listen).await.map_err(|error| {
                NotDone::said(format!("cannot listen on {}: {error}", self.listen))
            })?;
            screen.line(format_args!("listening on http://{}", listener.local_addr()?))?;
            let courier = Arc::new(Courier::new(app.clone(), Terms::default())?);
            let (stop, stopped) = watch::channel(false);
            let telling = tokio::spawn(webhooks::run(courier, stopped));
            serving::serve(listener, web::router(app.clone()), serving::told_to_stop()?).await;
            stop.send_replace(true);
            if let Err(error) = telling.await {
                tracing::error!(%error, "webhooks ended badly");
            }
            finish(&app).await?;
            screen.line("stopped")?;
            Ok(())
        })
    }

    fn log(&self) -> Result<(), NotDone> {
        let filter = EnvFilter::try_new(&self.log)
            .map_err(|error| NotDone::said(format!("the log filter cannot be read: {error}")))?;
        let lines = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_ansi(std::io::stderr().is_terminal())
            .with_writer(std::io::stderr);
        let begun = match self.log_format {
            LogFormat::Text => lines.try_init(),
            LogFormat::Json => lines.json().flatten_event(true).try_init(),
        };
        begun.map_err(|error| NotDone::said(error.to_string()))
    }
}

/// An address that stands alone: a scheme and a host, and nothing that a code could not hold.
fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let good =
        host.is_some_and(|host| !host.is_empty() && host.bytes().all(|b| b.is_ascii_graphic()));
    if good && url.len() <= 100 {
        Ok(url.to_owned())
    } else {
        Err("write it like https://jakpreneur.example".to_owned())
    }
}

/// Lets an import end at the portion it is at, and the writer with all that waits for it.
async fn finish(app: &App) -> Result<(), NotDone> {
    app.imports.stop();
    let mut patience = 100;
    while !app.imports.is_idle() && patience > 0 {
        patience -= 1;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(app.change(|_, _| Ok(())).await?)
}

/// Names are opened beside serving: figures and registrations do not wait for them.
fn load_names(app: &App) -> Result<(), NotDone> {
    let app = app.clone();
    std::thread::Builder::new().name("names".to_owned()).spawn(move || match app.load_names() {
        Ok(()) => tracing::info!(people = app.house.board().names.len(), "names can be searched"),
        Err(problem) => tracing::error!(%problem, "names cannot be searched"),
    })?;
    Ok(())
}

/// So is what was told of businesses; who asks before it is counted waits for it.
fn load_growth(app: &App) -> Result<(), NotDone> {
    let app = app.clone();
    std::thread::Builder::new().name("growth".to_owned()).spawn(move || {
        match app.load_growth() {
            Ok(()) => tracing::info!("growth is counted"),
            Err(problem) => tracing::error!(%problem, "growth cannot be counted"),
        }
    })?;
    Ok(())
}
