//! What stands at the entrance, shared by all requests: who was just recognised, and how many prove themselves at once.
use super::recent::Recent;
use crate::Problem;
use rules::UserId;
use tokio::sync::{Semaphore, SemaphorePermit};

/// One password costs 19 MiB and some 30 ms; a rush at eight in the morning waits in line.
const PROVING_AT_ONCE: usize = 2;

/// The entrance.
pub struct Gate {
    pub(super) recent: Recent,
    proving: Semaphore,
}

impl Default for Gate {
    fn default() -> Self {
        Self { recent: Recent::default(), proving: Semaphore::new(PROVING_AT_ONCE) }
    }
}

impl Gate {
    /// Recognises an account anew at its next request; told once its loss is committed.
    pub fn forget(&self, user: UserId) {
        self.recent.forget(user);
    }

    /// Waits until one may prove who they are, as long as the answer is held.
    pub(super) async fn turn(&self) -> Result<SemaphorePermit<'_>, Problem> {
        let turn = self.proving.acquire().await;
        turn.map_err(|_| Problem::Broken("the entrance is closed".to_owned()))
    }
}
