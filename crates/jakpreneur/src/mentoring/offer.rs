//! Offering members to another mentor: they stay where they are until that mentor takes them.
use super::{caseload::mentor, rows, terms::Terms};
use crate::{
    Code, FieldError, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
    staff::Officer,
};
use db::Tx;
use rules::{Act, ActId, Date, MemberId, Role, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Members were offered to a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferOffered {
    /// The offer: the id its maker gave the act.
    pub transfer: ActId,
    /// Who is to take them.
    pub to: UserId,
    /// The day.
    pub offered_on: Date,
    /// Who is offered, and whose they are.
    pub members: Vec<(MemberId, Option<UserId>)>,
}

impl Event for TransferOffered {
    const ACT: &'static str = "mentor.offer";
}

/// So many members in one offer at most.
const MOST: usize = 1000;

/// Offers members within scope to a mentor who may see them. A mentor offers only the own. All or none.
pub fn offer(
    tx: &mut Change<'_>,
    asking: &Asking,
    to: UserId,
    members: &[MemberId],
) -> Result<Done<TransferOffered>, Problem> {
    may_offer(&asking.officer)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let wrong = |code| Problem::Invalid(vec![FieldError::new("members", code)]);
    let named: BTreeSet<MemberId> = members.iter().copied().collect();
    match named.len() {
        0 => return Err(wrong(Code::Empty)),
        many if many > MOST => return Err(wrong(Code::Long)),
        _ => {}
    }
    let scope = &asking.officer.scope;
    let taker = mentor(tx, scope, to)?.ok_or(Problem::NotFound)?;
    let (terms, today) = (Terms::read(tx)?, asking.at.date());
    let mut offered = Vec::new();
    for member in named {
        let row = people::record(tx, scope, member)?.ok_or(Problem::NotFound)?;
        let from = rows::mentor_of(tx, member)?;
        if asking.officer.role == Role::Mentor && from != asking.officer.user {
            return Err(Problem::NotFound);
        }
        if !taker.scope().covers(&row.agency, row.office) {
            return Err(wrong(Code::OutsideScope));
        }
        if !terms.cover(to, today, (&row.agency, row.office)) {
            return Err(wrong(Code::Mentoring(MentoringCode::NoTerm)));
        }
        if from == Some(to) || rows::is_offered(tx, member)? {
            return Err(wrong(Code::Mentoring(MentoringCode::OfferedAlready)));
        }
        offered.push((member, from));
    }
    let transfer = asking.act_id;
    let event = TransferOffered { transfer, to, offered_on: today, members: offered };
    let done = journal::record(tx, asking, Some(to.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Whoever leads mentors, and each mentor for the own members.
fn may_offer(officer: &Officer) -> Result<(), Problem> {
    let is_mentor = officer.role == Role::Mentor;
    officer.may(if is_mentor { Act::VisitMembers } else { Act::AssignMentors })
}

/// The rows of an offer.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &TransferOffered) -> Result<(), Problem> {
    Ok(rows::offer(tx, stamp, event)?)
}
