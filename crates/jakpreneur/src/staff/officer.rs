//! Somebody who is signed in, or the operator at the shell.
use super::Scope;
use crate::Problem;
use rules::{Act, Agency, RegionCode, Role, UserId};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The account; none for the operator at the shell.
    pub user: Option<UserId>,
    /// The account's name.
    pub name: String,
    /// What the account may do.
    pub role: Role,
    /// Whom it may see.
    pub scope: Scope,
}

impl Officer {
    /// The operator at the shell, who holds the database anyway.
    pub fn operator() -> Self {
        Self {
            user: None,
            name: "system".to_owned(),
            role: Role::Administrator,
            scope: Scope::new(None, None),
        }
    }

    /// The public: figures of everyone, and nothing else.
    pub fn public() -> Self {
        Self {
            user: None,
            name: "public".to_owned(),
            role: Role::Executive,
            scope: Scope::new(None, None),
        }
    }

    /// The officer an account stands for.
    pub(in crate::staff) fn of_account(
        user: UserId,
        name: String,
        role: Role,
        agency: Option<Agency>,
        area: Option<RegionCode>,
    ) -> Self {
        Self { user: Some(user), name, role, scope: Scope::new(agency, area) }
    }

    /// Refuses what the role may not do.
    pub fn may(&self, act: Act) -> Result<(), Problem> {
        if self.role.may(act) { Ok(()) } else { Err(Problem::Forbidden) }
    }

    /// Who did it, in the journal.
    pub fn actor(&self) -> String {
        self.user.map_or_else(|| "system".to_owned(), |user| user.to_string())
    }

    /// Where they sit, in the journal.
    pub fn office(&self) -> Option<String> {
        self.scope.area().map(|area| area.to_string())
    }
}
