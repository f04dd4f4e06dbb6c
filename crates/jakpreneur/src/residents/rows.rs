//! The rows behind sign-in codes. What is kept of a code is its keyed hash.
use crate::privacy::Hash;
use db::{Position, Result, Tx, sql};
use rules::{Instant, MemberId};

/// A code that was handed out.
pub(super) struct Kept {
    /// Whose it is.
    pub member: MemberId,
    /// What is kept of it.
    pub hash: Vec<u8>,
    /// Until when it is good.
    pub good_until: Instant,
    /// How often somebody got it wrong.
    pub wrong_tries: i64,
}

type Row = (MemberId, Vec<u8>, Instant, i64);

fn kept(row: Row) -> Kept {
    Kept { member: row.0, hash: row.1, good_until: row.2, wrong_tries: row.3 }
}

sql!(
    KEEP = "
    insert into sign_in_code (shard, member_id, registered_at_position, code_hash, good_until, wrong_tries)
    values ($1, $2, $3, $4, $5, 0)
    on conflict (shard, member_id) do update
    set code_hash = excluded.code_hash, good_until = excluded.good_until, wrong_tries = 0"
);
/// Keeps a member's code; the one before no longer fits.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    (member, registered_at): (MemberId, Position),
    hash: &Hash,
    good_until: Instant,
) -> Result<()> {
    let row = (member.shard(), member, registered_at, hash.as_slice(), good_until);
    tx.run(KEEP, row).map(drop)
}

sql!(
    OF_NUMBER = "
    select member_id, code_hash, good_until, wrong_tries from sign_in_code
    where registered_at_position = $1"
);
/// The code of who was registered at this position.
pub(super) fn of_number(tx: &mut Tx<'_>, position: Position) -> Result<Option<Kept>> {
    Ok(tx.maybe::<Row>(OF_NUMBER, (position,))?.map(kept))
}

sql!(
    OF_MEMBER = "
    select member_id, code_hash, good_until, wrong_tries from sign_in_code
    where shard = $1 and member_id = $2"
);
/// The code of a member.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Kept>> {
    Ok(tx.maybe::<Row>(OF_MEMBER, (member.shard(), member))?.map(kept))
}

sql!(
    MISSED = "
    update sign_in_code set wrong_tries = wrong_tries + 1 where shard = $1 and member_id = $2"
);
/// Counts a wrong try.
pub(super) fn missed(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    tx.run(MISSED, (member.shard(), member)).map(drop)
}

sql!(USE_UP = "delete from sign_in_code where shard = $1 and member_id = $2");
/// A code lets in once.
pub(super) fn use_up(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    tx.run(USE_UP, (member.shard(), member)).map(drop)
}

sql!(SWEEP = "delete from sign_in_code where good_until <= $1");
/// Deletes the codes whose time is over.
pub(super) fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<()> {
    tx.run(SWEEP, (now,)).map(drop)
}
