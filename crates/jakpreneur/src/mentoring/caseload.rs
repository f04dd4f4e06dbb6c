//! Who is in a mentor's caseload: who is due first, then by place.
use super::rows;
use crate::{
    Problem,
    staff::{self, Account, Officer, Scope},
};
use db::Tx;
use rules::{Act, Date, MemberId, RegionCode, Role, UserId};

/// A member of a caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentored {
    /// The record.
    pub member: MemberId,
    /// Where the member lives.
    pub area: RegionCode,
    /// Since when they are the mentor's.
    pub from_on: Date,
    /// The last visit.
    pub visited_on: Option<Date>,
    /// The day the mentor meant to come again.
    pub next_on: Option<Date>,
}

impl Mentored {
    /// The day a visit is due: as agreed; at once for who was not visited; otherwise never.
    pub fn due_on(&self) -> Option<Date> {
        self.next_on.or_else(|| self.visited_on.is_none().then_some(self.from_on))
    }

    /// Whether a visit is due by a day.
    pub fn is_due(&self, on: Date) -> bool {
        self.due_on().is_some_and(|due| due <= on)
    }
}

/// The mentors whose accounts are within scope, by name; a mentor sees oneself alone.
pub fn mentors(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<Account>, Problem> {
    officer.may(Act::VisitMembers)?;
    let mut found = staff::accounts(tx, &officer.scope)?;
    found.retain(|account| {
        account.role == Role::Mentor && account.disabled_at.is_none() && sees(officer, account.id)
    });
    Ok(found)
}

/// A mentor who may still sign in, within scope.
pub(super) fn mentor(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: UserId,
) -> Result<Option<Account>, Problem> {
    let found = staff::accounts(tx, scope)?.into_iter().find(|account| account.id == id);
    Ok(found.filter(|account| account.role == Role::Mentor && account.disabled_at.is_none()))
}

pub(super) fn sees(officer: &Officer, mentor: UserId) -> bool {
    officer.role != Role::Mentor || officer.user == Some(mentor)
}

/// The members whom a mentor has today and the officer may see: who is due first, then by place.
pub fn caseload(
    tx: &mut Tx<'_>,
    officer: &Officer,
    of: UserId,
    today: Date,
) -> Result<Vec<Mentored>, Problem> {
    officer.may(Act::VisitMembers)?;
    if !sees(officer, of) || mentor(tx, &officer.scope, of)?.is_none() {
        return Err(Problem::NotFound);
    }
    let mut found = rows::caseload(tx, &officer.scope, of)?;
    found.sort_by_key(|one| (!one.is_due(today), one.area.to_string(), one.due_on(), one.member));
    Ok(found)
}
