//! Migrating one process at a time.
use crate::{Result, engine::Connection};

const POSTGRES_LOCK: &str = "select pg_advisory_lock(7351904)";
const POSTGRES_UNLOCK: &str = "select pg_advisory_unlock(7351904)";

/// Runs `act` while no other process migrates; SQLite's own write lock does it there.
pub(crate) fn one_at_a_time<T>(
    connection: &mut Connection,
    act: impl FnOnce(&mut Connection) -> Result<T>,
) -> Result<T> {
    if let Connection::Postgres(session) = connection {
        session.client.batch_execute(POSTGRES_LOCK)?;
    }
    let done = act(connection);
    if let Connection::Postgres(session) = connection {
        session.client.batch_execute(POSTGRES_UNLOCK)?;
    }
    done
}
