//! A session: begun by signing in, known by a cookie, ended by the clock, by signing out or by losing the account.
use super::{
    Account, Officer,
    secret::{Digest, Secret, Use},
};
use db::{Result, Tx, sql};
use rules::{Agency, Instant, RegionCode, Role, UserId};
use std::{fmt, sync::Arc};

/// The cookie's name.
pub const COOKIE: &str = "jp_session";
/// How long a session lasts at most, in seconds: a long day at the counter.
pub(super) const LONGEST: i64 = 12 * 3600;
/// How long a session lasts while nobody uses it, in seconds.
pub(super) const IDLE: i64 = 2 * 3600;
/// How often its use is noted at most, in seconds.
pub(super) const NOTED_EVERY: i64 = 300;

/// A session that has just begun; the only place where its secret is.
pub struct Session {
    secret: Secret,
    /// Who signed in.
    pub officer: Arc<Officer>,
    /// When it ends at the latest.
    pub ends_at: Instant,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({}, until {})", self.officer.name, self.ends_at.rfc3339())
    }
}

impl Session {
    /// The value of `Set-Cookie`; over TLS the browser never sends it without.
    pub fn cookie(&self, tls: bool) -> String {
        let secure = if tls { "; Secure" } else { "" };
        let text = self.secret.text();
        format!("{COOKIE}={text}; Path=/; HttpOnly; SameSite=Lax; Max-Age={LONGEST}{secure}")
    }

    /// What this session's forms carry.
    pub fn csrf(&self) -> String {
        self.secret.form_word()
    }
}

/// The value of `Set-Cookie` after signing out.
pub fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}

/// A moment some seconds later.
pub(crate) fn later(at: Instant, seconds: i64) -> Instant {
    Instant(at.0.saturating_add(seconds.saturating_mul(1_000_000)))
}

sql!(
    BEGIN = "
    insert into session (token_hash, user_id, made_at, seen_at, ends_at) values ($1, $2, $3, $3, $4)"
);
/// Begins a session of an account.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    account: &Account,
    secret: Secret,
    now: Instant,
) -> Result<Session> {
    let digest = secret.digest(Use::Session);
    let ends_at = later(now, LONGEST);
    tx.run(BEGIN, (digest.as_slice(), account.id, now, ends_at))?;
    Ok(Session { secret, officer: Arc::new(account.officer()), ends_at })
}

/// A session or a token as found by its digest.
pub(super) struct Shown {
    /// Whose it is.
    pub officer: Officer,
    /// When its use was last noted.
    pub seen_at: Option<Instant>,
    /// When it ends if nobody uses it.
    pub ends_at: Instant,
}

sql!(
    OF_DIGEST = "
    select s.seen_at, s.ends_at, u.id, u.name, u.role, u.agency, u.area
    from session s join user_account u on u.id = s.user_id
    where s.token_hash = $1 and u.disabled_at_position is null"
);
type Row = (Instant, Instant, UserId, String, Role, Option<Agency>, Option<RegionCode>);
/// The session with this digest, unless its time is over.
pub(super) fn of_digest(tx: &mut Tx<'_>, digest: &Digest, now: Instant) -> Result<Option<Shown>> {
    let row: Option<Row> = tx.maybe(OF_DIGEST, (digest.as_slice(),))?;
    let shown = row.map(|(seen_at, ends_at, id, name, role, agency, area)| Shown {
        officer: Officer::of_account(id, name, role, agency, area),
        seen_at: Some(seen_at),
        ends_at: ends_at.min(later(seen_at, IDLE)),
    });
    Ok(shown.filter(|shown| now < shown.ends_at))
}

sql!(SEEN = "update session set seen_at = $1 where token_hash = $2");
/// Notes that a session is used.
pub(super) fn note_use(tx: &mut Tx<'_>, digest: &Digest, now: Instant) -> Result<()> {
    tx.run(SEEN, (now, digest.as_slice())).map(drop)
}

sql!(END = "delete from session where token_hash = $1");
/// Ends one session.
pub(super) fn end(tx: &mut Tx<'_>, digest: &Digest) -> Result<()> {
    tx.run(END, (digest.as_slice(),)).map(drop)
}

sql!(END_ALL = "delete from session where user_id = $1");
/// Ends every session of an account.
pub(super) fn end_all(tx: &mut Tx<'_>, user: UserId) -> Result<()> {
    tx.run(END_ALL, (user,)).map(drop)
}

sql!(END_OTHERS = "delete from session where user_id = $1 and token_hash <> $2");
/// Ends every session of an account but one; all where there is none to stay.
pub(super) fn end_others(tx: &mut Tx<'_>, user: UserId, stays: Option<&Digest>) -> Result<()> {
    let Some(stays) = stays else { return end_all(tx, user) };
    tx.run(END_OTHERS, (user, stays.as_slice())).map(drop)
}

sql!(SWEEP = "delete from session where ends_at <= $1 or seen_at <= $2");
/// Deletes the sessions whose time is over.
pub(super) fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<()> {
    tx.run(SWEEP, (now, later(now, -IDLE))).map(drop)
}
