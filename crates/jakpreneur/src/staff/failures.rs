//! Lock-out: after five wrong passwords a name waits, each time twice as long.
use crate::{Problem, privacy::Hash, staff::session::later};
use db::{Tx, sql};
use rules::Instant;

/// So many wrong passwords are forgiven.
const FORGIVEN: i64 = 4;
/// The first wait, in seconds.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 3600;
/// After so many seconds without a failure, counting begins anew.
const FORGOTTEN_AFTER: i64 = 24 * 3600;

/// How long to wait after the so-many-th failure; none while it is forgiven.
fn wait(failures: i64) -> Option<i64> {
    let doublings = failures - FORGIVEN - 1;
    (doublings >= 0).then(|| (FIRST_WAIT << doublings.min(20)).min(LONGEST_WAIT))
}

sql!(LOCKED = "select locked_until from sign_in_failure where name_hash = $1");
/// Refuses a name that has to wait, whether or not there is such an account.
pub(crate) fn refuse_locked(tx: &mut Tx<'_>, name: &Hash, now: Instant) -> Result<(), Problem> {
    let kept: Option<(Option<Instant>,)> = tx.maybe(LOCKED, (name.as_slice(),))?;
    match kept.and_then(|(until,)| until).filter(|until| now < *until) {
        Some(until) => Err(Problem::TooMany((until.0 - now.0).unsigned_abs().div_ceil(1_000_000))),
        None => Ok(()),
    }
}

sql!(SO_FAR = "select failures, last_at from sign_in_failure where name_hash = $1");
sql!(
    COUNT = "
    insert into sign_in_failure (name_hash, failures, last_at, locked_until) values ($1, $2, $3, $4)
    on conflict (name_hash) do update
    set failures = excluded.failures, last_at = excluded.last_at, locked_until = excluded.locked_until"
);
/// Counts a wrong password.
pub(crate) fn count(tx: &mut Tx<'_>, name: &Hash, now: Instant) -> db::Result<()> {
    let kept: Option<(i64, Instant)> = tx.maybe(SO_FAR, (name.as_slice(),))?;
    let fresh = kept.filter(|(_, last)| now < later(*last, FORGOTTEN_AFTER));
    let failures = fresh.map_or(0, |(failures, _)| failures).saturating_add(1);
    let until = wait(failures).map(|seconds| later(now, seconds));
    tx.run(COUNT, (name.as_slice(), failures, now, until)).map(drop)
}

sql!(FORGET = "delete from sign_in_failure where name_hash = $1");
/// Forgets the failures of a name: it signed in, or has a new password.
pub(crate) fn forget(tx: &mut Tx<'_>, name: &Hash) -> db::Result<()> {
    tx.run(FORGET, (name.as_slice(),)).map(drop)
}

sql!(SWEEP = "delete from sign_in_failure where last_at <= $1");
/// Deletes the failures that no longer count.
pub(crate) fn sweep(tx: &mut Tx<'_>, now: Instant) -> db::Result<()> {
    tx.run(SWEEP, (later(now, -FORGOTTEN_AFTER),)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_failure_costs_half_a_minute_and_each_further_one_twice_as_much_up_to_an_hour() {
        let waits: Vec<_> = (1..=13).map(wait).collect();
        let expected = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600].map(Some);
        assert_eq!(waits[..4], [None; 4]);
        assert_eq!(waits[4..], expected);
        assert_eq!(wait(i64::MAX), Some(3600));
    }
}
