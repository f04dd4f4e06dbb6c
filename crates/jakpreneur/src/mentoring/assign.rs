//! Giving members to a mentor, one or many at once. Who had them before keeps the days until then.
use super::{caseload::mentor, rows, terms::Terms};
use crate::{
    Code, FieldError, MentoringCode, Problem,
    board::News,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
    staff::Officer,
};
use db::{Position, Tx};
use rules::{Act, Date, MemberId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Members were given to a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorAssigned {
    /// The mentor's account.
    pub mentor: UserId,
    /// Since when.
    pub from_on: Date,
    /// Who is new with the mentor; who was there already is not among them.
    pub members: Vec<MemberId>,
}

impl Event for MentorAssigned {
    const ACT: &'static str = "mentor.assign";
}

/// Whom somebody asks to give to a mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The mentor's account.
    pub mentor: UserId,
    /// The records; naming one twice does no more than naming it once.
    pub members: Vec<MemberId>,
}

/// So many members in one act at most.
const MOST: usize = 1000;

/// Gives members within scope to a mentor who may see them, from today. All of them or none.
pub fn assign(
    tx: &mut Change<'_>,
    asking: &Asking,
    asked: &Assignment,
) -> Result<Done<MentorAssigned>, Problem> {
    asking.officer.may(Act::AssignMentors)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let wrong = |code| Problem::Invalid(vec![FieldError::new("members", code)]);
    match asked.members.len() {
        0 => return Err(wrong(Code::Empty)),
        many if many > MOST => return Err(wrong(Code::Long)),
        _ => {}
    }
    let to = mentor(tx, &asking.officer.scope, asked.mentor)?.ok_or(Problem::NotFound)?;
    let (terms, today) = (Terms::read(tx)?, asking.at.date());
    let (mut members, mut seen, mut told) = (Vec::new(), HashSet::new(), Vec::new());
    for member in asked.members.iter().filter(|member| seen.insert(**member)) {
        let row = people::record(tx, &asking.officer.scope, *member)?.ok_or(Problem::NotFound)?;
        if !to.scope().covers(&row.agency, row.office) {
            return Err(wrong(Code::OutsideScope));
        }
        if !terms.cover(to.id, today, (&row.agency, row.office)) {
            return Err(wrong(Code::Mentoring(MentoringCode::NoTerm)));
        }
        if rows::mentor_of(tx, *member)? != Some(to.id) {
            members.push(*member);
            told.push(row.position);
        }
    }
    let event = MentorAssigned { mentor: to.id, from_on: today, members };
    let done = journal::record(tx, asking, Some(to.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    // The records were read for the checks: their positions need no second reading.
    for member in told {
        tx.tell(news(&done.stamp, &done.event, member));
    }
    Ok(done)
}

/// Tells the board whose caseload the members are in.
pub(super) fn tell(
    tx: &mut Change<'_>,
    stamp: &Stamp,
    event: &MentorAssigned,
) -> Result<(), Problem> {
    news_of(tx, stamp, event)?.into_iter().for_each(|news| tx.tell(news));
    Ok(())
}

/// What an assignment tells the board of the member registered at a position.
fn news(stamp: &Stamp, event: &MentorAssigned, member: Position) -> News {
    let (from_on, mentor) = (event.from_on, Some(event.mentor));
    News::Mentor { position: stamp.position, member, from_on, mentor }
}

/// What an assignment tells the board, also one by another process.
pub fn news_of(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &MentorAssigned,
) -> Result<Vec<News>, Problem> {
    let scope = Officer::operator().scope;
    let mut all = Vec::with_capacity(event.members.len());
    for member in &event.members {
        let row = people::record(tx, &scope, *member)?;
        all.extend(row.map(|row| news(stamp, event, row.position)));
    }
    Ok(all)
}

/// The rows of an assignment.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MentorAssigned) -> Result<(), Problem> {
    for member in &event.members {
        rows::assign(tx, stamp, *member, event)?;
    }
    Ok(())
}
