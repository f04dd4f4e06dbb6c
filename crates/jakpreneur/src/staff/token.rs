//! API tokens: made for an account, shown once, kept as a digest, revoked at once.
use super::{
    Account, Officer, Scope, account,
    secret::{Digest, Secret, Use},
    session::Shown,
};
use crate::{
    Code, FieldError, House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, done_before, record},
};
use db::{Position, Tx, sql};
use rules::{Act, Agency, Instant, RegionCode, Role, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a token begins, so that a scanner of leaked secrets finds it.
pub(super) const PREFIX: &str = "jp_";
/// The longest label.
const LONGEST: usize = 100;

/// A token was made; what it is, only its owner has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenMade {
    /// The token.
    pub token: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// What it is for.
    pub label: String,
}

impl Event for TokenMade {
    const ACT: &'static str = "token.create";
}

/// A token was revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRevoked {
    /// The token.
    pub token: Uuid,
    /// Whose it was.
    pub user: UserId,
}

impl Event for TokenRevoked {
    const ACT: &'static str = "token.revoke";
}

/// A token as listed.
#[derive(Clone, Debug)]
pub struct Token {
    /// The token.
    pub id: Uuid,
    /// Whose it is.
    pub account: Account,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub made_at: Instant,
    /// When it was used last, to five minutes.
    pub seen_at: Option<Instant>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Instant>,
}

fn may_touch(officer: &Officer, account: &Account) -> bool {
    let own = officer.user == Some(account.id);
    own || (officer.scope.contains(&account.scope()) && !officer.role.only_own(Act::ManageTokens))
}

/// Makes a token for the account of this name; answers the token itself, which nobody can show again.
pub fn make_token(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    name: &str,
    label: &str,
) -> Result<(Done<TokenMade>, String), Problem> {
    asking.officer.may(Act::ManageTokens)?;
    if done_before::<TokenMade>(tx, asking)?.is_some() {
        return Err(Problem::KeyReused);
    }
    if label.chars().count() > LONGEST {
        return Err(Problem::Invalid(vec![FieldError::new("label", Code::Long)]));
    }
    let found = account::account_named(tx, &asking.officer.scope, name)?;
    let account = found.filter(|account| may_touch(&asking.officer, account));
    let user = account.ok_or(Problem::NotFound)?.id;
    let (token, label) = (house.new_id(), label.trim().to_owned());
    let done = record(tx, asking, Some(user.0), TokenMade { token, user, label })?;
    let secret = Secret::new(house.bytes());
    let digest = secret.digest(Use::Token);
    tx.run(KEEP, (token, user, digest.as_slice(), done.event.label.as_str(), asking.at))?;
    Ok((done, format!("{PREFIX}{}", secret.text())))
}

/// The tokens somebody may revoke, also those revoked before, newest first.
pub fn tokens(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<Token>, Problem> {
    officer.may(Act::ManageTokens)?;
    let rows = listed(tx, &officer.scope)?;
    Ok(rows.into_iter().filter(|token| may_touch(officer, &token.account)).collect())
}

/// Revokes a token.
pub fn revoke_token(
    tx: &mut Change<'_>,
    _: &House,
    asking: &Asking,
    token: Uuid,
) -> Result<Done<TokenRevoked>, Problem> {
    asking.officer.may(Act::ManageTokens)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let mut all = tokens(tx, &asking.officer)?.into_iter();
    let found = all.find(|kept| kept.id == token && kept.revoked_at.is_none());
    let user = found.ok_or(Problem::NotFound)?.account.id;
    let done = record(tx, asking, Some(user.0), TokenRevoked { token, user })?;
    tx.run(REVOKE, (asking.at, token))?;
    tx.tell(News::Access(user));
    Ok(done)
}

sql!(
    KEEP = "
    insert into api_token (id, user_id, token_hash, label, made_at) values ($1, $2, $3, $4, $5)"
);
sql!(REVOKE = "update api_token set revoked_at = $1 where id = $2 and revoked_at is null");

sql!(REVOKE_ALL = "update api_token set revoked_at = $1 where user_id = $2 and revoked_at is null");
/// Revokes every token of an account.
pub(super) fn revoke_all(tx: &mut Tx<'_>, user: UserId, at: Instant) -> db::Result<()> {
    tx.run(REVOKE_ALL, (at, user)).map(drop)
}

sql!(
    LISTED = "
    select t.id, t.label, t.made_at, t.seen_at, t.revoked_at, u.id, u.name, u.role, u.agency, u.area,
        u.disabled_at_position
    from api_token t join user_account u on u.id = t.user_id
    where coalesce(u.agency, '') between $1 and $2 and coalesce(u.area, '') between $3 and $4
    order by t.made_at desc, t.id desc"
);
type Line = (
    Uuid,
    String,
    Instant,
    Option<Instant>,
    Option<Instant>,
    UserId,
    String,
    Role,
    Option<Agency>,
    Option<RegionCode>,
    Option<Position>,
);

fn listed(tx: &mut Tx<'_>, scope: &Scope) -> db::Result<Vec<Token>> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let tokens = tx.all::<Line>(LISTED, bounds)?.into_iter().map(|line| Token {
        id: line.0,
        account: Account::of((line.5, line.6, line.7, line.8, line.9, line.10)),
        label: line.1,
        made_at: line.2,
        seen_at: line.3,
        revoked_at: line.4,
    });
    Ok(tokens.collect())
}

sql!(
    OF_DIGEST = "
    select t.seen_at, u.id, u.name, u.role, u.agency, u.area
    from api_token t join user_account u on u.id = t.user_id
    where t.token_hash = $1 and t.revoked_at is null and u.disabled_at_position is null"
);
type Row = (Option<Instant>, UserId, String, Role, Option<Agency>, Option<RegionCode>);
/// The token with this digest, unless it is revoked.
pub(super) fn of_digest(tx: &mut Tx<'_>, digest: &Digest) -> db::Result<Option<Shown>> {
    let row: Option<Row> = tx.maybe(OF_DIGEST, (digest.as_slice(),))?;
    Ok(row.map(|(seen_at, id, name, role, agency, area)| Shown {
        officer: Officer::of_account(id, name, role, agency, area),
        seen_at,
        ends_at: Instant(i64::MAX),
    }))
}

sql!(SEEN = "update api_token set seen_at = $1 where token_hash = $2");
/// Notes that a token is used.
pub(super) fn note_use(tx: &mut Tx<'_>, digest: &Digest, now: Instant) -> db::Result<()> {
    tx.run(SEEN, (now, digest.as_slice())).map(drop)
}
