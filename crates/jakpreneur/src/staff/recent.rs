//! Who was recognised in the last seconds, so that not every request has to look into the database.
use super::{Officer, secret::Digest};
use rules::{Instant, UserId};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

/// How long somebody stays recognised, in microseconds; another process's sign-out is felt this late.
const REMEMBERED: i64 = 10_000_000;
/// Beyond this many the old ones go first.
const MOST: usize = 4096;

/// The digests that were found good lately, and whose they are.
#[derive(Default)]
pub(super) struct Recent(RwLock<Held>);

#[derive(Default)]
struct Held {
    known: HashMap<Digest, (Arc<Officer>, Instant)>,
    /// How often somebody was forgotten: what was looked up before that is not remembered after it.
    forgettings: u64,
}

impl Recent {
    /// Whose digest this is, as far as remembered.
    pub fn of(&self, digest: &Digest, now: Instant) -> Option<Arc<Officer>> {
        let held = self.read();
        let (officer, until) = held.known.get(digest)?;
        (now < *until).then(|| officer.clone())
    }

    /// To be asked before looking into the database, and handed to [`Recent::remember`].
    pub fn forgettings(&self) -> u64 {
        self.read().forgettings
    }

    /// Remembers whose digest it is for some seconds, and no longer than `ends`.
    pub fn remember(
        &self,
        digest: Digest,
        officer: &Arc<Officer>,
        now: Instant,
        ends: Instant,
        forgettings: u64,
    ) {
        let mut held = self.write();
        if held.forgettings != forgettings {
            return;
        }
        if held.known.len() >= MOST {
            held.known.retain(|_, (_, until)| now < *until);
        }
        if held.known.len() < MOST {
            let until = Instant(now.0.saturating_add(REMEMBERED)).min(ends);
            held.known.insert(digest, (officer.clone(), until));
        }
    }

    /// Forgets an account at once: it signed out, lost a token, or was disabled.
    pub fn forget(&self, user: UserId) {
        let mut held = self.write();
        held.forgettings += 1;
        held.known.retain(|_, (officer, _)| officer.user != Some(user));
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Officer;
    use rules::Role;
    use uuid::Uuid;

    const FAR: Instant = Instant(i64::MAX);

    fn officer(user: UserId) -> Arc<Officer> {
        Arc::new(Officer::of_account(user, "rani".to_owned(), Role::Auditor, None, None))
    }

    #[test]
    fn somebody_is_remembered_ten_seconds_and_no_longer_than_the_session() {
        let recent = Recent::default();
        let rani = officer(UserId(Uuid::from_u128(1)));
        recent.remember([1; 32], &rani, Instant(0), FAR, 0);
        recent.remember([2; 32], &rani, Instant(0), Instant(3), 0);
        assert!(recent.of(&[1; 32], Instant(REMEMBERED - 1)).is_some());
        assert!(recent.of(&[1; 32], Instant(REMEMBERED)).is_none());
        assert!(recent.of(&[2; 32], Instant(3)).is_none());
    }

    #[test]
    fn what_was_looked_up_before_a_forgetting_is_not_remembered_after_it() {
        let recent = Recent::default();
        let user = UserId(Uuid::from_u128(1));
        let before = recent.forgettings();
        recent.forget(user);
        recent.remember([1; 32], &officer(user), Instant(0), FAR, before);
        assert!(recent.of(&[1; 32], Instant(0)).is_none());
    }

    #[test]
    fn one_account_is_forgotten_and_the_others_stay() {
        let recent = Recent::default();
        let (one, other) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        recent.remember([1; 32], &officer(one), Instant(0), FAR, 0);
        recent.remember([2; 32], &officer(other), Instant(0), FAR, 0);
        recent.forget(one);
        assert!(recent.of(&[1; 32], Instant(0)).is_none());
        assert!(recent.of(&[2; 32], Instant(0)).is_some());
    }
}
