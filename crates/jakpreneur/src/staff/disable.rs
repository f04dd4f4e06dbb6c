//! Closing an account: its sessions and tokens end with it, and its name is given to nobody else.
use super::{account, session, token};
use crate::{
    House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, Stamp, done_before, record},
};
use db::Tx;
use rules::{Act, UserId};
use serde::{Deserialize, Serialize};

/// An account was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDisabled {
    /// The account.
    pub user: UserId,
}

impl Event for UserDisabled {
    const ACT: &'static str = "user.disable";
}

/// Closes the account of this name.
pub fn disable(
    tx: &mut Change<'_>,
    _: &House,
    asking: &Asking,
    name: &str,
) -> Result<Done<UserDisabled>, Problem> {
    asking.officer.may(Act::ManageUsers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let found = account::account_named(tx, &asking.officer.scope, name)?;
    let user = found.ok_or(Problem::NotFound)?.id;
    let done = record(tx, asking, Some(user.0), UserDisabled { user })?;
    replay(tx, &done.stamp, &done.event)?;
    session::end_all(tx, user)?;
    token::revoke_all(tx, user, asking.at)?;
    tx.tell(News::Access(user));
    Ok(done)
}

/// The rows of a closed account.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &UserDisabled) -> Result<(), Problem> {
    Ok(account::close(tx, event.user, stamp.position)?)
}
