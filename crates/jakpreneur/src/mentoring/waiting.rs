//! Who waits for a mentor, and what waits for a mentor's answer.
use super::{caseload::mentors, rows, terms::Terms};
use crate::{
    Problem,
    staff::{Account, Officer},
};
use db::Tx;
use rules::{Act, ActId, Date, MemberId, Role, UserId, mentoring::Answered};
use std::collections::HashMap;

/// What whoever leads mentors sees: nobody within scope is forgotten.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// How many members no mentor has.
    pub without: i64,
    /// Members whose mentor left, has no term today or can no longer see them, with that mentor, up to [`SEEN`].
    pub out_of_reach: Vec<(MemberId, UserId)>,
    /// The mentors within scope, with how many members each has.
    pub loads: Vec<(Account, i64)>,
    /// Their terms.
    pub terms: Terms,
}

/// So many are looked at; more are handed over in another act.
pub const SEEN: i64 = 1000;

/// Who waits within scope.
pub fn waiting(tx: &mut Tx<'_>, officer: &Officer, today: Date) -> Result<Waiting, Problem> {
    officer.may(Act::AssignMentors)?;
    let without = rows::count_without(tx, &officer.scope)?;
    let out_of_reach = rows::out_of_reach(tx, &officer.scope, today, SEEN)?;
    let loads: HashMap<UserId, i64> = rows::loads(tx)?.into_iter().collect();
    let load = |account: Account| (loads.get(&account.id).copied().unwrap_or_default(), account);
    let loads = mentors(tx, officer)?.into_iter().map(load).map(|(n, account)| (account, n));
    Ok(Waiting { without, out_of_reach, loads: loads.collect(), terms: Terms::read(tx)? })
}

/// An offer to a mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The offer.
    pub id: ActId,
    /// Since when it is open.
    pub offered_on: Date,
    /// Whom it is about.
    pub members: Vec<MemberId>,
    /// What became of it.
    pub answer: Option<Answered>,
}

/// The offers that wait for this officer's answer, oldest first; only a mentor has any.
pub fn offers(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<Offer>, Problem> {
    officer.may(Act::VisitMembers)?;
    let Some(user) = officer.user.filter(|_| officer.role == Role::Mentor) else {
        return Ok(Vec::new());
    };
    let mut offers = Vec::new();
    for row in rows::open_to(tx, user)? {
        let members = rows::members_in(tx, row.id)?.into_iter().map(|(member, _)| member);
        let (id, offered_on, answer) = (row.id, row.offered_on, row.answer);
        offers.push(Offer { id, offered_on, members: members.collect(), answer });
    }
    Ok(offers)
}
