//! What proves who somebody is: the hash of an account's password. Never in the journal.
use super::{Account, account, password::Hashed};
use db::{Result, Tx, sql};
use rules::{Instant, UserId};

sql!(
    KEEP = "
    insert into credential (user_id, password_hash, changed_at) values ($1, $2, $3)
    on conflict (user_id) do update
    set password_hash = excluded.password_hash, changed_at = excluded.changed_at"
);
/// Keeps the hash of an account's password; the one before no longer fits.
pub(super) fn keep(tx: &mut Tx<'_>, user: UserId, hash: &Hashed, at: Instant) -> Result<()> {
    tx.run(KEEP, (user, hash.0.as_str(), at)).map(drop)
}

sql!(HASH = "select password_hash from credential where user_id = $1");
/// The account of this name that still may sign in, and the hash of its password.
pub(super) fn of_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<(Account, Hashed)>> {
    let Some(account) = account::alive(tx, name)? else { return Ok(None) };
    let hash: Option<(String,)> = tx.maybe(HASH, (account.id,))?;
    Ok(hash.map(|(hash,)| (account, Hashed(hash))))
}
