//! Answering an offer: whom the mentor takes is in their caseload from that day; who had them keeps the
//! days until then.
use super::{MentorAssigned, assign, rows, rows::TransferRow, terms::Terms};
use crate::{
    Code, FieldError, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people::{self, MemberRow},
};
use db::Tx;
use rules::{
    Act, ActId, Date, MemberId, UserId,
    mentoring::{Answered, RefusedBecause},
};
use serde::{Deserialize, Serialize};

/// An offer was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferAnswered {
    /// The offer.
    pub transfer: ActId,
    /// The mentor it was made to.
    pub to: UserId,
    /// What they said.
    pub answer: Answered,
    /// Why not; none where they took them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<RefusedBecause>,
    /// The day, from which the members are theirs.
    pub answered_on: Date,
    /// Who is theirs now: whoever was still where they were when offered, and within the mentor's scope.
    pub taken: Vec<MemberId>,
}

impl TransferAnswered {
    /// The members taken, as an assignment.
    pub fn assigned(&self) -> MentorAssigned {
        MentorAssigned { mentor: self.to, from_on: self.answered_on, members: self.taken.clone() }
    }
}

impl Event for TransferAnswered {
    const ACT: &'static str = "mentor.answer";
}

/// What the mentor says to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Takes them.
    Accept,
    /// Does not, and why.
    Refuse(RefusedBecause),
}

impl Reply {
    /// A refusal as typed; it needs a reason.
    pub fn refuse(reason: &str) -> Result<Self, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("reason", code)]);
        if reason.is_empty() {
            return Err(wrong(Code::Reason));
        }
        RefusedBecause::of_word(reason).map(Self::Refuse).ok_or_else(|| wrong(Code::Word))
    }
}

/// Answers an offer made to oneself, once.
pub fn answer(
    tx: &mut Change<'_>,
    asking: &Asking,
    transfer: ActId,
    reply: Reply,
) -> Result<Done<TransferAnswered>, Problem> {
    asking.officer.may(Act::VisitMembers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let offered = rows::transfer(tx, transfer)?.ok_or(Problem::NotFound)?;
    if asking.officer.user != Some(offered.to) {
        return Err(Problem::NotFound);
    }
    if offered.answer.is_some() {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::Answered)));
    }
    let (answer, because) = match reply {
        Reply::Accept => (Answered::Accepted, None),
        Reply::Refuse(why) => (Answered::Refused, Some(why)),
    };
    let taken = match answer {
        Answered::Accepted => still_there(tx, asking, &offered)?,
        Answered::Refused => Vec::new(),
    };
    let (to, answered_on) = (offered.to, asking.at.date());
    let event = TransferAnswered { transfer, to, answer, because, answered_on, taken };
    let done = journal::record(tx, asking, Some(to.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    assign::tell(tx, &done.stamp, &done.event.assigned())?;
    Ok(done)
}

/// Who was not given to somebody else, and did not move away, since the offer. A term that ended since
/// takes nobody.
fn still_there(
    tx: &mut Tx<'_>,
    asking: &Asking,
    offered: &TransferRow,
) -> Result<Vec<MemberId>, Problem> {
    let (terms, today) = (Terms::read(tx)?, asking.at.date());
    if !terms.run(offered.to, today) {
        return Err(Problem::Refused(Code::Mentoring(MentoringCode::NoTerm)));
    }
    let mut taken = Vec::new();
    for (member, from) in rows::members_in(tx, offered.id)? {
        let row = people::record(tx, &asking.officer.scope, member)?;
        let covers = |row: &MemberRow| terms.cover(offered.to, today, (&row.agency, row.office));
        if row.as_ref().is_some_and(covers) && rows::mentor_of(tx, member)? == from {
            taken.push(member);
        }
    }
    Ok(taken)
}

/// The rows of an answer.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &TransferAnswered) -> Result<(), Problem> {
    rows::answer(tx, stamp, event)?;
    super::replay_assigned(tx, stamp, &event.assigned())
}
