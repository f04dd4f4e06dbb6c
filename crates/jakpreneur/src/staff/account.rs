//! An account: who may sign in, as what, and whom it may see.
use super::{Officer, Scope, UserAdded};
use db::{Position, Result, Tx, sql};
use rules::{Agency, RegionCode, Role, UserId};

/// An account as kept; what proves who somebody is lies elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The account.
    pub id: UserId,
    /// The name somebody signs in with.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The one agency it reaches, if it is narrowed to one.
    pub agency: Option<Agency>,
    /// The one area it reaches, if it is narrowed to one.
    pub area: Option<RegionCode>,
    /// Where in the journal it was disabled, if it was.
    pub disabled_at: Option<Position>,
}

/// An account's columns.
pub(super) type Row = (UserId, String, Role, Option<Agency>, Option<RegionCode>, Option<Position>);

impl Account {
    pub(super) fn of(row: Row) -> Self {
        let (id, name, role, agency, area, disabled_at) = row;
        Self { id, name, role, agency, area, disabled_at }
    }

    /// Whom it may see.
    pub fn scope(&self) -> Scope {
        Scope::new(self.agency, self.area)
    }

    /// Who asks, when this account does.
    pub fn officer(&self) -> Officer {
        Officer::of_account(self.id, self.name.clone(), self.role, self.agency, self.area)
    }
}

sql!(
    ACCOUNTS = "
    select id, name, role, agency, area, disabled_at_position from user_account
    where coalesce(agency, '') between $1 and $2 and coalesce(area, '') between $3 and $4
    order by name"
);
/// Every account that reaches nothing outside the scope, also the disabled ones, by name.
pub fn accounts(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Account>> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.all::<Row>(ACCOUNTS, bounds)?.into_iter().map(Account::of).collect())
}

sql!(
    NAMED = "
    select id, name, role, agency, area, disabled_at_position from user_account where name = $1"
);
/// The account of this name that still may sign in.
pub(super) fn alive(tx: &mut Tx<'_>, name: &str) -> Result<Option<Account>> {
    let found = tx.maybe::<Row>(NAMED, (name,))?.map(Account::of);
    Ok(found.filter(|found| found.disabled_at.is_none()))
}

/// The same, where it reaches nothing outside the scope.
pub fn account_named(tx: &mut Tx<'_>, scope: &Scope, name: &str) -> Result<Option<Account>> {
    Ok(alive(tx, name)?.filter(|found| scope.contains(&found.scope())))
}

/// Whether an account has this name, or ever had: a name is never given to somebody else.
pub(super) fn is_taken(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    Ok(tx.maybe::<Row>(NAMED, (name,))?.is_some())
}

sql!(
    KEEP = "
    insert into user_account (id, name, role, agency, area, position) values ($1, $2, $3, $4, $5, $6)"
);
/// An account that was made.
pub(super) fn keep(tx: &mut Tx<'_>, made: &UserAdded, position: Position) -> Result<()> {
    let name = made.name.as_str();
    tx.run(KEEP, (made.user, name, made.role, made.agency, made.area, position)).map(drop)
}

sql!(
    CLOSE = "
    update user_account set disabled_at_position = $1 where id = $2 and disabled_at_position is null"
);
/// An account that was closed.
pub(super) fn close(tx: &mut Tx<'_>, user: UserId, position: Position) -> Result<()> {
    tx.run(CLOSE, (position, user)).map(drop)
}

sql!(NAME_OF = "select name from user_account where id = $1");
/// What to call who recorded something: the account's name, or `system` as it stands.
pub fn name_of(tx: &mut Tx<'_>, actor: &str) -> Result<String> {
    let Ok(user) = actor.parse::<UserId>() else { return Ok(actor.to_owned()) };
    let name: Option<(String,)> = tx.maybe(NAME_OF, (user,))?;
    Ok(name.map_or_else(|| actor.to_owned(), |(name,)| name))
}
