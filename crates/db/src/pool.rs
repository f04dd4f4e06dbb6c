//! A fixed number of connections, lent one look at a time; a broken one is opened anew.
use crate::Result;
use std::sync::{Condvar, Mutex, PoisonError};

pub(crate) struct Pool<C> {
    idle: Mutex<Vec<Option<C>>>,
    returned: Condvar,
    open: Box<dyn Fn() -> Result<C> + Send + Sync>,
}

impl<C> Pool<C> {
    /// The first connection is opened now, so that a wrong address is told at once.
    pub fn of(count: usize, open: impl Fn() -> Result<C> + Send + Sync + 'static) -> Result<Self> {
        let mut idle: Vec<_> = (1..count.max(1)).map(|_| None).collect();
        idle.push(Some(open()?));
        Ok(Self { idle: Mutex::new(idle), returned: Condvar::new(), open: Box::new(open) })
    }

    /// Lends a connection in which `begin` succeeded; `broken` says whether it can be lent again. One
    /// that was cut while nobody used it shows that only now, and is opened anew.
    pub fn with<T>(
        &self,
        broken: impl Fn(&C) -> bool,
        begin: impl Fn(&mut C) -> Result<()>,
        act: impl FnOnce(&mut C) -> T,
    ) -> Result<T> {
        let mut lent = Lent { pool: self, connection: self.take(), whole: false };
        if lent.connection.as_mut().is_none_or(|connection| begin(connection).is_err()) {
            begin(lent.connection.insert((self.open)()?))?;
        }
        let Some(connection) = lent.connection.as_mut() else {
            return Err(crate::Error::Lost("no connection".to_owned()));
        };
        let done = act(connection);
        lent.whole = !broken(connection);
        Ok(done)
    }

    fn take(&self) -> Option<C> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match idle.pop() {
                Some(connection) => return connection,
                None => idle = self.returned.wait(idle).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// Returns the place even when a look panics; the connection only when it is whole.
struct Lent<'p, C> {
    pool: &'p Pool<C>,
    connection: Option<C>,
    whole: bool,
}

impl<C> Drop for Lent<'_, C> {
    fn drop(&mut self) {
        let connection = self.connection.take().filter(|_| self.whole);
        self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        self.pool.returned.notify_one();
    }
}
