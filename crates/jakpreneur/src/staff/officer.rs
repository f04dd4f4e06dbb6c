//! Somebody who is signed in, or the operator at the shell.
use super::Scope;
use crate::Problem;
use rules::{Act, Agency, MemberId, RegionCode, Role, UserId};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The account; none for the operator at the shell.
    pub user: Option<UserId>,
    /// The member who acts for themselves, and is no officer at all.
    pub resident: Option<MemberId>,
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
            resident: None,
            name: "system".to_owned(),
            role: Role::Administrator,
            scope: Scope::new(None, None),
        }
    }

    /// The public: figures of everyone, and nothing else.
    pub fn public() -> Self {
        Self {
            user: None,
            resident: None,
            name: "public".to_owned(),
            role: Role::Executive,
            scope: Scope::new(None, None),
        }
    }

    /// A member who acts for themselves: may read what the public reads, and ask for their own record alone.
    pub fn resident(member: MemberId) -> Self {
        Self { resident: Some(member), name: "member".to_owned(), ..Self::public() }
    }

    /// The officer an account stands for.
    pub(in crate::staff) fn of_account(
        user: UserId,
        name: String,
        role: Role,
        agency: Option<Agency>,
        area: Option<RegionCode>,
    ) -> Self {
        // A bank sees the referrals addressed to it, and nobody by agency and area.
        let scope = match role {
            Role::BankOfficer => Scope::nowhere(),
            Role::Administrator
            | Role::RegistrationOfficer
            | Role::Mentor
            | Role::KecamatanHead
            | Role::CityOffice
            | Role::AgencyAdministrator
            | Role::Executive
            | Role::Auditor
            | Role::Trainer
            | Role::Curator => Scope::new(agency, area),
        };
        Self { user: Some(user), resident: None, name, role, scope }
    }

    /// Refuses what the role may not do.
    pub fn may(&self, act: Act) -> Result<(), Problem> {
        if self.role.may(act) { Ok(()) } else { Err(Problem::Forbidden) }
    }

    /// Who did it, in the journal: an account, a member's own record, or the operator.
    pub fn actor(&self) -> String {
        let account = self.user.map(|user| user.to_string());
        let member = || self.resident.map(|member| member.to_string());
        account.or_else(member).unwrap_or_else(|| "system".to_owned())
    }

    /// Where they sit, in the journal.
    pub fn office(&self) -> Option<String> {
        self.scope.area().map(|area| area.to_string())
    }
}
