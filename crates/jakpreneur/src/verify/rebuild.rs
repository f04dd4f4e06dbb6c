//! Everything made again from the journal, in a scratch database beside the live one.
use super::{Difference, NotVerified, Telling, replay};
use crate::{
    App, House, Problem,
    board::{self, News},
    journal::Db,
    privacy::Salt,
};
use db::{Address, Chain, Entry, Migrated, Options, Position, Tx, Value, sql};
use rules::PersonId;
use std::sync::{Arc, PoisonError};

/// So many entries are replayed in one transaction.
const PAGE: i64 = 2_000;

/// The scratch database; it disappears with this.
pub(super) struct Rebuilt {
    pub db: Arc<Db>,
    end: Position,
    _folder: tempfile::TempDir,
}

impl Rebuilt {
    /// Replays the journal up to `end`. Agencies, regions, trades and kinds of permits are references and come from the live
    /// database, as does what makes a person's key their own.
    pub fn of(
        app: &App,
        live: &mut Tx<'_>,
        end: &Chain,
        telling: Telling<'_>,
    ) -> Result<Self, NotVerified> {
        let folder = scratch_folder(app.db.address())?;
        let address = Address::Sqlite(folder.path().join("rebuilt.db"));
        Migrated::bring(&address)?;
        let db = db::Db::<News>::open(&address, &Options::unhurried(), ())?;
        let rebuilt = Self { db, end: end.position, _folder: folder };
        rebuilt.references(live)?;
        let mut at = 0;
        while at < end.position {
            at = rebuilt.page(app, live, at)?;
            let of = |position| u64::try_from(position).unwrap_or_default();
            telling("rebuild", of(at), of(end.position));
        }
        Ok(rebuilt)
    }

    fn page(&self, app: &App, live: &mut Tx<'_>, after: Position) -> Result<Position, NotVerified> {
        let mut entries: Vec<(Entry, Option<Salt>)> = Vec::new();
        live.entries(after, PAGE.min(self.end - after), |entry| {
            entries.push((entry, None));
            Ok(())
        })?;
        for (entry, kept) in &mut entries {
            if let Some(person) = replay::person_of(entry)? {
                *kept = salt(live, person)?;
            }
        }
        let last = entries.last().map_or(self.end, |(entry, _)| entry.position);
        let house = app.house.clone();
        let replayed = self.db.change_now(move |tx| {
            let mut entries = entries.iter();
            let differs =
                entries.find_map(|(entry, salt)| replay::replay(tx, &house, entry, *salt).err());
            Ok::<_, Problem>(differs)
        })?;
        replayed.map_or(Ok(last), |differs: Difference| Err(differs.into()))
    }

    fn references(&self, live: &mut Tx<'_>) -> Result<(), NotVerified> {
        let (mut agencies, mut regions, mut trades) = (Vec::new(), Vec::new(), Vec::new());
        live.each_row(AGENCIES, |row| {
            agencies.push(row.to_vec());
            Ok(())
        })?;
        live.each_row(REGIONS, |row| {
            regions.push(row.to_vec());
            Ok(())
        })?;
        live.each_row(TRADES, |row| {
            trades.push(row.to_vec());
            Ok(())
        })?;
        let mut kinds = Vec::new();
        live.each_row(LICENCE_KINDS, |row| {
            kinds.push(row.to_vec());
            Ok(())
        })?;
        let mut supports = Vec::new();
        live.each_row(SUPPORT_KINDS, |row| {
            supports.push(row.to_vec());
            Ok(())
        })?;
        let keep = move |tx: &mut Tx<'_>, statement: &str, rows: &[Vec<Value>]| {
            rows.iter().try_for_each(|row| tx.insert_row(statement, row))
        };
        self.db.change_now(move |tx| {
            keep(tx, KEEP_AGENCY, &agencies)?;
            keep(tx, KEEP_REGION, &regions)?;
            keep(tx, KEEP_TRADE, &trades)?;
            keep(tx, KEEP_LICENCE_KIND, &kinds)?;
            keep(tx, KEEP_SUPPORT_KIND, &supports)?;
            Ok::<_, Problem>(())
        })?;
        Ok(())
    }

    /// A house whose counts come from the rebuilt tables alone.
    pub fn counted(&self, app: &App) -> Result<House, Problem> {
        let live = &app.house;
        let house = House::new(live.seal.clone(), live.clock.clone(), live.random.clone());
        let agencies = live.agencies.read().unwrap_or_else(PoisonError::into_inner).clone();
        *house.agencies.write().unwrap_or_else(PoisonError::into_inner) = agencies;
        board::load(&self.db, &house)?;
        // The scratch database has no journal of its own.
        house.board_mut().position = self.end;
        Ok(house)
    }
}

/// Beside an embedded database there is room for a copy of it; for a server's, the usual place.
fn scratch_folder(live: &Address) -> Result<tempfile::TempDir, db::Error> {
    let mut named = tempfile::Builder::new();
    let named = named.prefix(".verify-");
    let beside = match live {
        Address::Sqlite(file) => file.parent().filter(|folder| !folder.as_os_str().is_empty()),
        Address::Postgres(_) => return Ok(named.tempdir()?),
    };
    Ok(named.tempdir_in(beside.unwrap_or_else(|| std::path::Path::new(".")))?)
}

sql!(SALT = "select salt from person where shard = $1 and id = $2");
fn salt(live: &mut Tx<'_>, person: PersonId) -> Result<Option<Salt>, db::Error> {
    let kept: Option<(Option<Vec<u8>>,)> = live.maybe(SALT, (person.shard(), person))?;
    Ok(kept.and_then(|(salt,)| salt).and_then(|salt| salt.try_into().ok()))
}

sql!(AGENCIES = "select code, name from agency order by code");
sql!(KEEP_AGENCY = "insert into agency (code, name) values ($1, $2) on conflict (code) do nothing");
sql!(TRADES = "select code, name, name_en, business_type from trade order by code");
sql!(
    KEEP_TRADE = "
    insert into trade (code, name, name_en, business_type) values ($1, $2, $3, $4)
    on conflict (code) do nothing"
);
sql!(
    LICENCE_KINDS = "
    select code, name, name_en, also, family, valid_from, valid_to from licence_kind order by code"
);
sql!(
    KEEP_LICENCE_KIND = "
    insert into licence_kind (code, name, name_en, also, family, valid_from, valid_to)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing"
);
sql!(
    SUPPORT_KINDS = "
    select code, name, name_en, also, valid_from, valid_to from support_kind order by code"
);
sql!(
    KEEP_SUPPORT_KIND = "
    insert into support_kind (code, name, name_en, also, valid_from, valid_to)
    values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing"
);
sql!(REGIONS = "select code, name, valid_from, valid_to from region order by code");
sql!(
    KEEP_REGION = "
    insert into region (code, name, valid_from, valid_to) values ($1, $2, $3, $4)
    on conflict (code) do nothing"
);
