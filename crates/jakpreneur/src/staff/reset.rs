//! Giving an account a new password: whoever was signed in with the old one no longer is.
use super::{account, credential, failures, password::Hashed, session};
use crate::{
    House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, done_before, record},
};
use rules::{Act, UserId};
use serde::{Deserialize, Serialize};

/// An account has a new password, which the journal never sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserReset {
    /// The account.
    pub user: UserId,
}

impl Event for UserReset {
    const ACT: &'static str = "user.reset";
}

/// Gives the account of this name a new password and lifts its lock. Tokens stay: they are revoked one by one.
pub fn reset(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    name: &str,
    password: &Hashed,
) -> Result<Done<UserReset>, Problem> {
    asking.officer.may(Act::ManageUsers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let found = account::account_named(tx, &asking.officer.scope, name)?;
    let account = found.ok_or(Problem::NotFound)?;
    let user = account.id;
    let done = record(tx, asking, Some(user.0), UserReset { user })?;
    credential::keep(tx, user, password, asking.at)?;
    failures::forget(tx, &house.seal.name_hash(&account.name))?;
    session::end_all(tx, user)?;
    tx.tell(News::Access(user));
    Ok(done)
}
