//! API tokens: made for an account, shown once, kept as a digest, revoked at once.
use super::{Officer, secret::Digest, session::Shown};
use db::{Result, Tx, sql};
use rules::{Agency, Instant, RegionCode, Role, UserId};

/// How a token begins, so that a scanner of leaked secrets finds it.
pub(super) const PREFIX: &str = "jp_";

sql!(
    OF_DIGEST = "
    select t.seen_at, u.id, u.name, u.role, u.agency, u.area
    from api_token t join user_account u on u.id = t.user_id
    where t.token_hash = $1 and t.revoked_at is null and u.disabled_at_position is null"
);
type Row = (Option<Instant>, UserId, String, Role, Option<Agency>, Option<RegionCode>);
/// The token with this digest, unless it is revoked.
pub(super) fn of_digest(tx: &mut Tx<'_>, digest: &Digest) -> Result<Option<Shown>> {
    let row: Option<Row> = tx.maybe(OF_DIGEST, (digest.as_slice(),))?;
    Ok(row.map(|(seen_at, id, name, role, agency, area)| Shown {
        officer: Officer::of_account(id, name, role, agency, area),
        seen_at,
        ends_at: Instant(i64::MAX),
    }))
}

sql!(SEEN = "update api_token set seen_at = $1 where token_hash = $2");
/// Notes that a token is used.
pub(super) fn note_use(tx: &mut Tx<'_>, digest: &Digest, now: Instant) -> Result<()> {
    tx.run(SEEN, (now, digest.as_slice())).map(drop)
}
