//! Who read whose data.
use super::Officer;
use db::{Result, Tx, sql};
use rules::Instant;
use uuid::Uuid;

sql!(
    LOG = "
    insert into read_log (id, at, actor, what, subject, purpose, found)
    values ($1, $2, $3, $4, $5, $6, $7)"
);

/// Notes that somebody read personal data: what, of whom, how many.
pub fn log_read(
    tx: &mut Tx<'_>,
    id: Uuid,
    at: Instant,
    officer: &Officer,
    what: &str,
    subject: Option<Uuid>,
    found: i64,
) -> Result<()> {
    log_read_for(tx, id, at, officer, what, subject, None, found)
}

/// The same, with the purpose an export states (BR-47).
#[expect(clippy::too_many_arguments, reason = "a log line has as many columns")]
pub fn log_read_for(
    tx: &mut Tx<'_>,
    id: Uuid,
    at: Instant,
    officer: &Officer,
    what: &str,
    subject: Option<Uuid>,
    purpose: Option<&str>,
    found: i64,
) -> Result<()> {
    let actor = officer.actor();
    tx.run(LOG, (id, at, actor, what, subject, purpose, found)).map(drop)
}
