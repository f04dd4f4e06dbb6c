//! The bank an account belongs to: until one is named, an account of a bank officer sees nothing.
use super::reference;
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff::{self, Officer},
};
use db::{Tx, sql};
use rules::{Act, Role, UserId, capital::Bank};
use serde::{Deserialize, Serialize};

/// An account was bound to a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountBound {
    /// The account.
    pub user: UserId,
    /// The bank.
    pub bank: Bank,
}

impl Event for AccountBound {
    const ACT: &'static str = "user.bank";
}

/// Binds the account of a bank officer to a partner bank.
pub fn bind(
    tx: &mut Change<'_>,
    asking: &Asking,
    name: &str,
    bank: &str,
) -> Result<Done<AccountBound>, Problem> {
    asking.officer.may(Act::ManageUsers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let account = staff::account_named(tx, &asking.officer.scope, name.trim())?;
    let account = account.filter(|account| account.role == Role::BankOfficer);
    let account = account.ok_or_else(|| wrong("name", Code::Account))?;
    let bank = Bank::parse(bank).map_err(|_| wrong("bank", Code::Word))?;
    if !reference::banks(tx)?.is_partner(bank, asking.at.date()) {
        return Err(wrong("bank", Code::Word));
    }
    let event = AccountBound { user: account.id, bank };
    let done = journal::record(tx, asking, Some(account.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

sql!(
    BIND = "
    insert into bank_account (user_id, bank, position) values ($1, $2, $3)
    on conflict (user_id) do update set bank = excluded.bank, position = excluded.position"
);
/// The row of it.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &AccountBound) -> Result<(), Problem> {
    Ok(tx.run(BIND, (event.user, event.bank, stamp.position)).map(drop)?)
}

sql!(BANK_OF = "select bank from bank_account where user_id = $1");
/// The bank that an officer of a bank is from.
pub fn bank_of(tx: &mut Tx<'_>, officer: &Officer) -> Result<Option<Bank>, Problem> {
    let Some(user) = officer.user.filter(|_| officer.role == Role::BankOfficer) else {
        return Ok(None);
    };
    let found: Option<(Bank,)> = tx.maybe(BANK_OF, (user,))?;
    Ok(found.map(|(bank,)| bank))
}
