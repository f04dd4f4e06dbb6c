//! One transaction of the writer: it begins, runs each act under a savepoint, and commits.
use super::{Batch, Change, Job};
use crate::{Error, Result, Tx, engine::Connection, journal};

/// Begins a transaction that will write: SQLite takes the lock at once.
pub(super) fn begin(connection: &mut Connection) -> Result<()> {
    let begin = match connection {
        Connection::Sqlite(_) => "begin immediate",
        Connection::Postgres(_) => "begin",
    };
    connection.tx().batch(begin)
}

/// Runs the acts that wait and commits what they wrote, with where the journal ends then.
pub(super) fn write<N>(
    connection: &mut Connection,
    jobs: &mut [Box<dyn Job<N>>],
) -> Result<Batch<N>> {
    let mut tx = connection.tx();
    let chain = journal::head(&mut tx)?;
    let before = chain.position;
    let mut change = Change { tx, chain, news: Vec::new() };
    change.tx.batch(SAVEPOINT)?;
    for job in jobs {
        one(&mut change, job.as_mut())?;
    }
    if change.chain.position > before {
        journal::keep_head(&mut change.tx, &change.chain)?;
    }
    change.tx.batch("commit")?;
    Ok(Batch { before, after: change.chain.position, news: change.news })
}

/// Runs one act; a refused act rolls back alone, and the others do not notice.
fn one<N>(change: &mut Change<'_, N>, job: &mut dyn Job<N>) -> Result<()> {
    let (chain, told) = (change.chain.clone(), change.news.len());
    if job.run(change) {
        return next(&mut change.tx);
    }
    change.chain = chain;
    change.news.truncate(told);
    if let Tx::Sqlite(connection) = &change.tx
        && connection.is_autocommit()
    {
        // SQLite gave the whole transaction up by itself, as it does when the disk is full.
        job.lost(Error::Full);
        return Err(Error::Full);
    }
    change.tx.batch(ROLL_BACK)
}

const SAVEPOINT: &str = "savepoint act";
const RELEASE: &str = "release savepoint act";
const ROLL_BACK: &str = "rollback to savepoint act";

/// Keeps what the act wrote, and stands where the next may begin: parsed once, or told in one go.
fn next(tx: &mut Tx<'_>) -> Result<()> {
    match tx {
        Tx::Sqlite(_) => {
            tx.run(RELEASE, ())?;
            tx.run(SAVEPOINT, ()).map(drop)
        }
        Tx::Postgres(_) => tx.batch(&format!("{RELEASE}; {SAVEPOINT}")),
    }
}
