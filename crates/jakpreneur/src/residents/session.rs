//! A member's session: begun with a code, known by a cookie of its own, ended by the clock, by signing out or
//! by a new code.
use crate::staff::{Digest, Secret, Use, later};
use db::{Result, Tx, sql};
use rules::{Instant, MemberId, PersonId};

/// The cookie's name.
pub const COOKIE: &str = "jp_saya";
/// How long a session lasts, in seconds: a month, for the way to the counter is long.
const LONGEST: i64 = 30 * 24 * 3600;

/// A session that has just begun; the only place where its secret is.
pub struct Begun(Secret);

impl Begun {
    /// The value of `Set-Cookie`; only a member's own pages get it.
    pub fn cookie(&self, tls: bool) -> String {
        let secure = if tls { "; Secure" } else { "" };
        let text = self.0.text();
        format!("{COOKIE}={text}; Path=/saya; HttpOnly; SameSite=Lax; Max-Age={LONGEST}{secure}")
    }
}

/// The value of `Set-Cookie` after signing out.
pub(super) fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/saya; HttpOnly; SameSite=Lax; Max-Age=0")
}

sql!(
    BEGIN = "
    insert into member_session (token_hash, shard, member_id, made_at, ends_at) values ($1, $2, $3, $4, $5)"
);
/// Begins a session of a member.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    member: MemberId,
    secret: Secret,
    now: Instant,
) -> Result<Begun> {
    let digest = secret.digest(Use::Member);
    tx.run(BEGIN, (digest.as_slice(), member.shard(), member, now, later(now, LONGEST)))?;
    Ok(Begun(secret))
}

sql!(
    OF_DIGEST = "
    select s.member_id, m.person_id
    from member_session s join member m on m.shard = s.shard and m.id = s.member_id
    where s.token_hash = $1 and s.ends_at > $2"
);
/// Whose session has this digest, unless its time is over: the record signed in with, and its person now.
pub(super) fn of_digest(
    tx: &mut Tx<'_>,
    digest: &Digest,
    now: Instant,
) -> Result<Option<(MemberId, PersonId)>> {
    tx.maybe(OF_DIGEST, (digest.as_slice(), now))
}

sql!(END = "delete from member_session where token_hash = $1");
/// Ends one session.
pub(super) fn end(tx: &mut Tx<'_>, digest: &Digest) -> Result<()> {
    tx.run(END, (digest.as_slice(),)).map(drop)
}

sql!(END_ALL = "delete from member_session where shard = $1 and member_id = $2");
/// Ends every session of a member.
pub(super) fn end_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    tx.run(END_ALL, (member.shard(), member)).map(drop)
}

sql!(SWEEP = "delete from member_session where ends_at <= $1");
/// Deletes the sessions whose time is over.
pub(super) fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<()> {
    tx.run(SWEEP, (now,)).map(drop)
}
