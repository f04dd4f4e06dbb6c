//! Deciding whether two records are one person; a person's word stands, the machine does not ask again.
use super::{
    niks,
    pairs::{self, Standing},
    rows,
};
use crate::{
    Code, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, Stamp, done_before, record},
    places::{self, PlacesJoined},
};
use db::Tx;
use rules::{Act, MemberId, PersonId};
use serde::{Deserialize, Serialize};

/// What somebody decided about two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They are one person; the newer record becomes the other's person.
    Same,
    /// They are two people, and are not asked about again.
    Different,
}

impl Decision {
    /// The word in the rows.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }

    /// The decision with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Same, Self::Different].into_iter().find(|decision| decision.word() == word)
    }
}

/// Two records were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// What was decided.
    pub decision: Decision,
    /// The person the newer record is of from now on.
    pub person: PersonId,
    /// Classes both were in: one place stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlacesJoined>,
}

impl Event for Decided {
    const ACT: &'static str = "pair.decide";
}

/// Decides about two records that are both within the asker's scope.
pub fn decide(
    tx: &mut Change<'_>,
    asking: &Asking,
    member: MemberId,
    other: MemberId,
    decision: Decision,
) -> Result<Done<Decided>, Problem> {
    asking.officer.may(Act::ReviewDuplicates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let newer = rows::member(tx, scope, member)?.ok_or(Problem::NotFound)?;
    let older = rows::member(tx, scope, other)?.ok_or(Problem::NotFound)?;
    match pairs::standing(tx, member, other)? {
        Standing::Unlisted => return Err(Problem::NotFound),
        Standing::Decided(_) => return Err(Problem::Refused(Code::AlreadyLinked)),
        Standing::Waiting => {}
    }
    let (person, places) = match decision {
        Decision::Same => (older.person, places::join(tx, member, older.person)?),
        Decision::Different => (newer.person, Vec::new()),
    };
    let event = Decided { member, other, decision, person, places };
    let done = record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    if decision == Decision::Same {
        let with = Some(older.position);
        tx.tell(News::Link { position: done.stamp.position, member: newer.position, with });
    }
    Ok(done)
}

/// The rows of a decision. The sealed values stay under the key they were sealed with.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Decided) -> Result<(), Problem> {
    let Decided { member, other, decision, person, .. } = *event;
    let (word, at) = (decision.word(), stamp.position);
    pairs::decide(tx, member, other, Some(word), at)?;
    pairs::add_link(tx, member, at, person, word, Some(other), None)?;
    if decision == Decision::Same {
        move_to(tx, member, person)?;
    }
    event.places.iter().try_for_each(|joined| places::replay_places_joined(tx, stamp, joined))
}

/// The member is that person's record from now on, and so is its NIK.
pub(super) fn move_to(tx: &mut Tx<'_>, member: MemberId, person: PersonId) -> Result<(), Problem> {
    let from = pairs::person_of(tx, member)?.ok_or(Problem::NotFound)?;
    pairs::relink(tx, member, person)?;
    niks::goes_along(tx, member, from, person)?;
    Ok(())
}

/// What a decision by another process tells the board.
pub fn link_news(tx: &mut Tx<'_>, stamp: &Stamp, event: &Decided) -> Result<Option<News>, Problem> {
    if event.decision == Decision::Different {
        return Ok(None);
    }
    let member = rows::position_of(tx, event.member)?.unwrap_or_default();
    let with = rows::position_of(tx, event.other)?;
    Ok(Some(News::Link { position: stamp.position, member, with }))
}
