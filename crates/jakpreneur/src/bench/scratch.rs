//! A programme of its own to measure on.
use crate::{
    App, Opening, Problem, cli,
    journal::Asking,
    staff::{self, AccountForm},
};
use db::{Address, Options};
use rules::ActId;
use std::{ops::Deref, path::Path};

/// Where programmes are made to be measured: a folder, or a server beside it.
#[derive(Clone, Copy)]
pub(super) struct Ground<'g> {
    /// For files, and for the key.
    pub folder: &'g Path,
    /// The address of a PostgreSQL server to make databases on.
    pub server: Option<&'g str>,
}

/// A programme that disappears once it is measured.
pub(super) struct Scratch {
    app: App,
    /// The server and the database that was made on it.
    made: Option<(String, String)>,
}

impl Deref for Scratch {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

impl Ground<'_> {
    /// A new programme; a name is used once.
    pub fn open(self, name: &str) -> Result<Scratch, Problem> {
        let Some(server) = self.server else {
            let app = open(self.folder, &format!("{name}.db"))?;
            return Ok(Scratch { app, made: None });
        };
        let name = format!("bench_{}_{name}", std::process::id());
        db::admin(server)?(&format!("create database {name}"))?;
        let (base, _) = server.rsplit_once('/').unwrap_or((server, ""));
        let address = Address::Postgres(format!("{base}/{name}"));
        let app = opened(address, self.folder)?;
        Ok(Scratch { app, made: Some((server.to_owned(), name)) })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let Some((server, name)) = &self.made else { return };
        let statement = format!("drop database {name} with (force)");
        let dropped = db::admin(server).and_then(|mut admin| admin(&statement));
        if let Err(error) = dropped {
            tracing::warn!(%error, name, "a database of the benchmark is left behind");
        }
    }
}

/// Opens a new programme in a folder, or again the one that is there.
pub(super) fn open(folder: &Path, name: &str) -> Result<App, Problem> {
    opened(Address::Sqlite(folder.join(name)), folder)
}

fn opened(address: Address, folder: &Path) -> Result<App, Problem> {
    let opening = Opening {
        address,
        key: Some(folder.join("bench.key")),
        options: Options::default(),
        clock: cli::clock(),
        random: cli::random(),
    };
    Ok(App::migrate_and_open(opening)?.0)
}

/// A token that may do everything.
pub(super) fn token(app: &App) -> Result<String, Problem> {
    let name = cli::user::add(
        app,
        &AccountForm {
            name: "bench".to_owned(),
            role: "administrator".to_owned(),
            password: "hanya untuk mengukur".to_owned(),
            ..AccountForm::default()
        },
    )?;
    let asking = asking(app);
    app.change_now(move |tx, house| {
        staff::make_token(tx, house, &asking, &name, "bench").map(|(_, token)| token)
    })
}

/// The operator asks.
pub(super) fn asking(app: &App) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: app.operator(), at: app.house.now(), made_at: None, act_id, asked: None }
}
