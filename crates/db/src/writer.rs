//! One writer a process: it commits waiting acts together, each under its own savepoint.
use crate::{
    Address, Db, Error, NewEntry, Options, Position, Result, Tx,
    engine::Connection,
    journal::{self, Chain},
};
use std::{
    ops::{Deref, DerefMut},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};
use tokio::sync::oneshot;

mod batch;

/// What happened in one commit, told to the follower before anybody is answered.
pub struct Batch<N> {
    /// The journal position before this commit.
    pub before: Position,
    /// The journal position after it.
    pub after: Position,
    /// What the acts told, in order.
    pub news: Vec<N>,
}

/// Hears of every commit of this process, in commit order, before its callers do.
pub trait Follower<N>: Send + 'static {
    /// Takes the news of one commit.
    fn committed(&mut self, batch: Batch<N>);
}

/// For databases that nobody follows.
impl<N> Follower<N> for () {
    fn committed(&mut self, _: Batch<N>) {}
}

/// A transaction that may write and append to the journal.
pub struct Change<'c, N> {
    tx: Tx<'c>,
    chain: Chain,
    news: Vec<N>,
}

impl<'c, N> Deref for Change<'c, N> {
    type Target = Tx<'c>;
    fn deref(&self) -> &Tx<'c> {
        &self.tx
    }
}
impl<N> DerefMut for Change<'_, N> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.tx
    }
}

impl<N> Change<'_, N> {
    /// Appends one entry to the journal; its position is a commit position.
    pub fn record(&mut self, entry: &NewEntry<'_>) -> Result<Position> {
        journal::append(&mut self.tx, &mut self.chain, entry)
    }

    /// The position the next entry will have.
    pub fn next_position(&self) -> Position {
        self.chain.position + 1
    }

    /// What the acts of this batch have told so far; not yet known to the followers.
    pub fn told(&self) -> &[N] {
        &self.news
    }

    /// Tells the followers, should this act be committed.
    pub fn tell(&mut self, news: N) {
        self.news.push(news);
    }
}

type Act<N, T, E> = Box<dyn FnOnce(&mut Change<'_, N>) -> std::result::Result<T, E> + Send>;

/// An act that waits for the writer, whatever it answers.
trait Job<N>: Send {
    /// Runs the act; true keeps what it wrote.
    fn run(&mut self, change: &mut Change<'_, N>) -> bool;
    /// Answers the caller, once the batch is committed or lost.
    fn answer(self: Box<Self>, lost: Option<&str>);
    /// The fault the act met, when it was the database that broke.
    fn lost(&mut self, error: Error);
}

struct Waiting<N, T, E> {
    act: Option<Act<N, T, E>>,
    outcome: Option<std::result::Result<T, E>>,
    caller: oneshot::Sender<std::result::Result<T, E>>,
}

impl<N, T: Send, E: From<Error> + Send> Job<N> for Waiting<N, T, E> {
    fn run(&mut self, change: &mut Change<'_, N>) -> bool {
        let Some(act) = self.act.take() else { return false };
        let outcome = catch_unwind(AssertUnwindSafe(|| act(change)));
        let outcome = outcome.unwrap_or_else(|_| Err(E::from(Error::Panicked)));
        let kept = outcome.is_ok();
        self.outcome = Some(outcome);
        kept
    }

    fn lost(&mut self, error: Error) {
        self.outcome = Some(Err(E::from(error)));
    }

    fn answer(self: Box<Self>, lost: Option<&str>) {
        let outcome = match (self.outcome, lost) {
            (Some(Ok(_)) | None, Some("full")) => Err(E::from(Error::Full)),
            (Some(Ok(_)) | None, Some(why)) => Err(E::from(Error::NotCommitted(why.to_owned()))),
            (Some(outcome), _) => outcome,
            (None, None) => Err(E::from(Error::Panicked)),
        };
        // A caller that hung up has its act committed all the same.
        drop(self.caller.send(outcome));
    }
}

/// The way to the writer's thread.
pub(crate) struct Writer<N> {
    jobs: mpsc::Sender<Box<dyn Job<N>>>,
}

impl<N: Send + 'static> Writer<N> {
    pub fn start(address: Address, options: Options, follower: impl Follower<N>) -> Result<Self> {
        let (jobs, waiting) = mpsc::channel();
        let connection = Connection::writer(&address, &options)?;
        let mut desk = Desk { address, options, follower, connection: Some(connection) };
        thread::Builder::new().name("writer".to_owned()).spawn(move || desk.work(&waiting))?;
        Ok(Self { jobs })
    }
}

impl<N: Send + 'static> Db<N> {
    /// Hands an act to the writer and waits until it is durable, or refused.
    pub async fn change<T: Send + 'static, E: From<Error> + Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_, N>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E> {
        let answer = self.hand_over(act)?;
        answer.await.unwrap_or_else(|_| Err(E::from(Error::Stopping)))
    }

    /// The same where blocking is allowed: the command line, an import.
    pub fn change_now<T: Send + 'static, E: From<Error> + Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_, N>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E> {
        let answer = self.hand_over(act)?;
        answer.blocking_recv().unwrap_or_else(|_| Err(E::from(Error::Stopping)))
    }

    fn hand_over<T: Send + 'static, E: From<Error> + Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_, N>) -> std::result::Result<T, E> + Send + 'static,
    ) -> Result<oneshot::Receiver<std::result::Result<T, E>>> {
        let (caller, answer) = oneshot::channel();
        let job = Waiting { act: Some(Box::new(act)), outcome: None, caller };
        self.writer().jobs.send(Box::new(job)).map_err(|_| Error::Stopping)?;
        Ok(answer)
    }
}

/// The writer's side: the connection and those who follow.
struct Desk<F> {
    address: Address,
    options: Options,
    follower: F,
    connection: Option<Connection>,
}

impl<F> Desk<F> {
    fn work<N>(&mut self, waiting: &mpsc::Receiver<Box<dyn Job<N>>>)
    where
        F: Follower<N>,
    {
        while let Ok(first) = waiting.recv() {
            let mut jobs = vec![first];
            jobs.extend(waiting.try_iter().take(self.options.batch.saturating_sub(1)));
            self.commit(jobs);
        }
    }

    /// One transaction for all the waiting acts, then the news, then the answers.
    fn commit<N>(&mut self, mut jobs: Vec<Box<dyn Job<N>>>)
    where
        F: Follower<N>,
    {
        let done = self.begun().and_then(|connection| batch::write(connection, &mut jobs));
        let lost = match done {
            Ok(batch) => {
                self.follower.committed(batch);
                None
            }
            Err(Error::Full) => Some("full".to_owned()),
            Err(error) => {
                tracing::error!(%error, "a batch was not committed");
                Some(error.to_string())
            }
        };
        if lost.is_some() {
            self.recover();
        }
        for job in jobs {
            job.answer(lost.as_deref());
        }
    }

    /// A connection with a transaction. A line that was cut while nobody wrote shows that only now; no
    /// act has run yet, so another is opened.
    fn begun(&mut self) -> Result<&mut Connection> {
        match batch::begin(self.connected()?) {
            Err(Error::Lost(_)) => {
                self.connection = None;
                batch::begin(self.connected()?)?;
            }
            other => other?,
        }
        self.connected()
    }

    fn connected(&mut self) -> Result<&mut Connection> {
        match &mut self.connection {
            Some(connection) => Ok(connection),
            empty => {
                let opened = Connection::writer(&self.address, &self.options)?;
                Ok(empty.insert(opened))
            }
        }
    }

    /// After a fault: rolls back what is open, and drops a connection that cannot even do that.
    fn recover(&mut self) {
        let Some(connection) = &mut self.connection else { return };
        let usable = match connection {
            Connection::Sqlite(lite) => {
                lite.is_autocommit() || lite.execute_batch("rollback").is_ok()
            }
            Connection::Postgres(session) => session.client.batch_execute("rollback").is_ok(),
        };
        if !usable {
            self.connection = None;
        }
    }
}
