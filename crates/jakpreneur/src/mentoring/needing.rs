//! Who needs a mentor: members whom none looks after now. Until one does, the office they belong to does.
use super::{rows, terms::Terms};
use crate::{Problem, people, staff::Officer};
use db::Tx;
use rules::{Act, Date, MemberId, RegionCode, UserId};

/// Why no mentor looks after a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Nobody was given to them yet.
    Nobody,
    /// The term of their mentor is over.
    TermOver(UserId),
    /// Their mentor left, or can no longer see them.
    OutOfReach(UserId),
}

impl Because {
    /// The word in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::TermOver(_) => "term_over",
            Self::OutOfReach(_) => "out_of_reach",
        }
    }

    /// Who had them.
    pub fn had(self) -> Option<UserId> {
        match self {
            Self::Nobody => None,
            Self::TermOver(mentor) | Self::OutOfReach(mentor) => Some(mentor),
        }
    }
}

/// A member who needs a mentor.
#[derive(Clone, Debug)]
pub struct Needing {
    /// The record.
    pub row: people::MemberRow,
    /// The office that looks after them meanwhile; every member has one.
    pub office: RegionCode,
    /// Why.
    pub because: Because,
}

/// So many are listed; the others follow once these have a mentor.
pub const LISTED: usize = 200;

/// Who needs a mentor within scope, up to [`LISTED`]: first whoever had one, then by place.
pub fn needing(tx: &mut Tx<'_>, officer: &Officer, today: Date) -> Result<Vec<Needing>, Problem> {
    officer.may(Act::AssignMentors)?;
    let most = i64::try_from(LISTED).unwrap_or(i64::MAX);
    let terms = Terms::read(tx)?;
    let mut found: Vec<(MemberId, Because)> = Vec::new();
    for (member, mentor) in rows::out_of_reach(tx, &officer.scope, today, most)? {
        let runs = terms.run(mentor, today);
        let because = if runs { Because::OutOfReach(mentor) } else { Because::TermOver(mentor) };
        found.push((member, because));
    }
    let room = most - i64::try_from(found.len()).unwrap_or(most);
    let without = rows::first_without(tx, &officer.scope, room)?;
    found.extend(without.into_iter().map(|member| (member, Because::Nobody)));
    let mut all = Vec::with_capacity(found.len());
    for (member, because) in found {
        let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
        all.push(Needing { office: row.office, row, because });
    }
    Ok(all)
}
