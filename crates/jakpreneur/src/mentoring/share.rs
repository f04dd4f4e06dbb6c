//! Sharing out whoever has no mentor: each to the mentor with the fewest, neighbours in the order of their
//! places, and the same each time.
use super::{MentorAssigned, assign, caseload::mentors, rows, terms::Terms};
use crate::{
    Code, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff::Account,
};
use db::Tx;
use rules::{Act, Agency, Date, MemberId, RegionCode, UserId, mentoring};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Members were shared out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseloadsShared {
    /// Since when.
    pub from_on: Date,
    /// Who is new with whom.
    pub given: Vec<Given>,
}

/// Members who are new with a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The mentor's account.
    pub mentor: UserId,
    /// The members.
    pub members: Vec<MemberId>,
}

impl CaseloadsShared {
    /// The same as one assignment for each mentor.
    pub fn assigned(&self) -> impl Iterator<Item = MentorAssigned> {
        self.given.iter().map(|given| MentorAssigned {
            mentor: given.mentor,
            from_on: self.from_on,
            members: given.members.clone(),
        })
    }
}

impl Event for CaseloadsShared {
    const ACT: &'static str = "mentor.share";
}

/// So many members in one act at most.
pub const MOST_SHARED: usize = 1000;

/// Gives every member within scope who has no mentor to one who may see them, up to
/// [`MOST_SHARED`] of them. Whom no mentor may see stays without.
pub fn share(tx: &mut Change<'_>, asking: &Asking) -> Result<Done<CaseloadsShared>, Problem> {
    asking.officer.may(Act::AssignMentors)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let mentors = mentors(tx, &asking.officer)?;
    // Whom no mentor may have must not stand in the way of the others.
    let mut places = rows::without_mentor(tx, scope)?;
    let (terms, today) = (Terms::read(tx)?, asking.at.date());
    let may_have = |mentor: &Account, agency: &Agency, office: RegionCode| {
        mentor.scope().covers(agency, office) && terms.cover(mentor.id, today, (agency, office))
    };
    places.retain(|(_, agency, office)| mentors.iter().any(|it| may_have(it, agency, *office)));
    places.truncate(MOST_SHARED);
    let mut loads = loads(tx, &mentors)?;
    let covers = |member: usize, mentor: usize| match (places.get(member), mentors.get(mentor)) {
        (Some((_, agency, office)), Some(mentor)) => may_have(mentor, agency, *office),
        (Some(_), None) | (None, _) => false,
    };
    let chosen = mentoring::share(places.len(), &mut loads, covers);
    let mut given: BTreeMap<UserId, Vec<MemberId>> = BTreeMap::new();
    for ((member, ..), mentor) in places.iter().zip(chosen) {
        if let Some(mentor) = mentor.and_then(|place| mentors.get(place)) {
            given.entry(mentor.id).or_default().push(*member);
        }
    }
    if given.is_empty() {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::NobodyToShare)));
    }
    let given = given.into_iter().map(|(mentor, members)| Given { mentor, members }).collect();
    let event = CaseloadsShared { from_on: today, given };
    let done = journal::record(tx, asking, None, event)?;
    replay(tx, &done.stamp, &done.event)?;
    for assigned in done.event.assigned() {
        assign::tell(tx, &done.stamp, &assigned)?;
    }
    Ok(done)
}

/// How many members each of these mentors has, wherever the members are.
fn loads(tx: &mut Tx<'_>, mentors: &[Account]) -> Result<Vec<u32>, Problem> {
    let loads: BTreeMap<UserId, i64> = rows::loads(tx)?.into_iter().collect();
    let load = |mentor: &Account| {
        let count = loads.get(&mentor.id).copied().unwrap_or_default();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    Ok(mentors.iter().map(load).collect())
}

/// The rows of sharing out.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &CaseloadsShared) -> Result<(), Problem> {
    for assigned in event.assigned() {
        super::replay_assigned(tx, stamp, &assigned)?;
    }
    Ok(())
}
