//! Files that were read and wait; sealed, and opened only for whoever sent them.
use super::Tried;
use crate::{House, Problem, staff::Officer};
use db::{Tx, sql};
use rules::Instant;
use uuid::Uuid;

sql!(ADD = "insert into import_plan (id, sent_by, sent_at, content) values ($1, $2, $3, $4)");
/// Keeps a file.
pub(super) fn add(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: Uuid,
    tried: &Tried,
) -> Result<(), Problem> {
    let clear = serde_json::to_vec(tried).map_err(|error| Problem::Broken(error.to_string()))?;
    let sealed = house.seal.own_key().seal(house.bytes(), id.as_bytes(), &clear);
    Ok(tx.run(ADD, (id, officer.actor(), house.now(), sealed)).map(drop)?)
}

sql!(FORGET = "delete from import_plan where sent_at < $1");
/// Forgets files sent before a moment.
pub(super) fn forget_before(tx: &mut Tx<'_>, before: Instant) -> Result<(), Problem> {
    Ok(tx.run(FORGET, (before,)).map(drop)?)
}

sql!(TRIED = "select content from import_plan where id = $1 and sent_by = $2");
/// A file that this officer sent.
pub fn tried(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: Uuid,
) -> Result<Tried, Problem> {
    let kept: Option<(Vec<u8>,)> = tx.maybe(TRIED, (id, officer.actor()))?;
    let (sealed,) = kept.ok_or(Problem::NotFound)?;
    let clear = house.seal.own_key().open(id.as_bytes(), &sealed);
    let read = clear.and_then(|clear| serde_json::from_slice(&clear).ok());
    read.ok_or_else(|| Problem::Broken("a file of a plan cannot be opened".to_owned()))
}
