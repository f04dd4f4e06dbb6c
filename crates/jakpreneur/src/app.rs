//! The opened programme: database, house, and the two ways to use them.
use crate::{
    Clock, House, Problem, Random,
    board::{self, Following},
    imports,
    journal::{Change, Db},
    licences,
    privacy::{Seal, key_for},
    staff,
};
use db::{Address, Migrated, Options, Tx, sql};
use rules::Agency;
use std::{
    path::PathBuf,
    sync::{Arc, PoisonError},
};

/// Everything a request needs; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Arc<Db>,
    /// The tools.
    pub house: Arc<House>,
    /// Files that officers sent, one after the other.
    pub imports: Arc<imports::Queue>,
}

/// Where and how to open the programme.
pub struct Opening {
    /// The database.
    pub address: Address,
    /// The key file; none for the usual place.
    pub key: Option<PathBuf>,
    /// Connections and batches.
    pub options: Options,
    /// The server's clock.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
}

impl App {
    /// Opens a database that is migrated, checks that the key is its key, and counts everything.
    /// Names follow with [`App::load_names`].
    pub fn open(opening: Opening) -> Result<Self, Problem> {
        let key = opening.key.unwrap_or_else(|| key_for(&opening.address));
        let seal = Seal::open_or_make(&key, &opening.random)
            .map_err(|fault| Problem::Broken(fault.to_string()))?;
        let house = Arc::new(House::new(seal, opening.clock, opening.random));
        let db = Db::open(&opening.address, &opening.options, Following(house.clone()))?;
        let app = Self { db, house, imports: Arc::default() };
        app.db.look(current)?;
        app.check_key()?;
        app.reload_agencies()?;
        app.reload_permits()?;
        board::load(&app.db, &app.house)?;
        Ok(app)
    }

    /// Brings the schema up to date first.
    pub fn migrate_and_open(opening: Opening) -> Result<(Self, Migrated), Problem> {
        let migrated = Migrated::bring(&opening.address)?;
        Ok((Self::open(opening)?, migrated))
    }

    /// Opens every name for searching. Blocks; run it beside serving.
    pub fn load_names(&self) -> Result<(), Problem> {
        board::load_names(&self.db, &self.house)
    }

    /// Counts how businesses grow, before somebody asks. Blocks; run it beside serving.
    pub fn load_growth(&self) -> Result<(), Problem> {
        board::load_growth(&self.db, &self.house)
    }

    /// Looks into the database where blocking is allowed.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&mut Tx<'_>, &House) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let app = self.clone();
        self.blocking(move || app.db.look(|tx| look(tx, &app.house))).await
    }

    /// Does an act: all of it durably, or nothing.
    pub async fn change<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let house = self.house.clone();
        self.db.change(move |tx| act(tx, &house)).await
    }

    /// The same at the command line, where blocking is allowed.
    pub fn change_now<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let house = self.house.clone();
        self.db.change_now(move |tx| act(tx, &house))
    }

    /// Runs what blocks beside the requests.
    pub async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let done = tokio::task::spawn_blocking(work).await;
        done.unwrap_or_else(|_| Err(Problem::Fault(db::Error::Panicked)))
    }

    fn check_key(&self) -> Result<(), Problem> {
        let fingerprint = self.house.seal.fingerprint().to_owned();
        let kept: Option<(String,)> = self.db.look(|tx| tx.maybe(KEY, ()))?;
        match kept {
            Some((kept,)) if kept == fingerprint => Ok(()),
            Some(_) => Err(Problem::Broken(
                "the key file is not the key of this database: names and NIK cannot be read with it".to_owned(),
            )),
            None => self.change_now(move |tx, _| Ok(tx.run(KEEP_KEY, (fingerprint,)).map(drop)?)),
        }
    }

    /// Reads the agencies' names again.
    pub fn reload_agencies(&self) -> Result<(), Problem> {
        let rows: Vec<(Agency, String)> = self.db.look(|tx| tx.all(AGENCIES, ()))?;
        *self.house.agencies.write().unwrap_or_else(PoisonError::into_inner) = rows;
        Ok(())
    }

    /// Reads the kinds of permits again.
    pub fn reload_permits(&self) -> Result<(), Problem> {
        let read = Arc::new(self.db.look(licences::Permits::read)?);
        *self.house.permits.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(())
    }

    /// The operator at the shell.
    pub fn operator(&self) -> Arc<staff::Officer> {
        Arc::new(staff::Officer::operator())
    }
}

fn current(tx: &mut Tx<'_>) -> Result<(), Problem> {
    match Migrated::is_current(tx) {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(Problem::Broken(
            "the database's schema is not up to date: run `jakpreneur migrate` first".to_owned(),
        )),
    }
}

sql!(KEY = "select value from setting where name = 'key'");
sql!(KEEP_KEY = "insert into setting (name, value) values ('key', $1)");
sql!(AGENCIES = "select code, name from agency order by code");
