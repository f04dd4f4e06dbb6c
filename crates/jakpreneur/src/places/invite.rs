//! Inviting many at once; an invited person takes no seat until they ask.
use super::{ask, door, rows};
use crate::{
    Code, FieldError, House, Problem,
    classes::{self, Seats},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, ClassId, MemberId, training::PlaceState};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Some were invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesInvited {
    /// The class.
    pub class: ClassId,
    /// Who is invited.
    pub members: Vec<MemberId>,
    /// Who was to be invited and is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
}

/// Somebody who was to be invited and is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Who.
    pub member: MemberId,
    /// Why not.
    pub why: Why,
}

/// Why somebody is not invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// There is no such record, or it is outside the officer's scope.
    NotFound,
    /// The basic class is for starters.
    EstablishedInBasicClass,
    /// The person is in the class or waits for it.
    AlreadyInClass,
    /// The person is invited.
    AlreadyInvited,
}

impl Why {
    /// The stable slug of the reason.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::EstablishedInBasicClass => "established-in-basic-class",
            Self::AlreadyInClass => "already-in-class",
            Self::AlreadyInvited => "already-invited",
        }
    }
}

impl Event for PlacesInvited {
    const ACT: &'static str = "place.invite";
}

/// So many are invited in one act at most.
pub(super) const MOST: usize = 1000;

/// Invites these members; a reason lets established businesses into a basic class. Who is left out is
/// named with the reason, and keeps nobody else from being invited.
pub fn invite(
    tx: &mut Change<'_>,
    _: &House,
    asking: &Asking,
    class: ClassId,
    members: &[MemberId],
    reason: &str,
) -> Result<Done<PlacesInvited>, Problem> {
    asking.officer.may(Act::ManagePlaces)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    ask::fits(reason)?;
    let seats = classes::seats(tx, &asking.officer, class)?;
    door::still_open(&seats, asking.at.date())?;
    if members.len() > MOST {
        return Err(Problem::Invalid(vec![FieldError::new("members", Code::Number)]));
    }
    let mut event = PlacesInvited { class, members: Vec::new(), left_out: Vec::new() };
    let (mut seen, mut persons) = (HashSet::new(), HashSet::new());
    for member in members.iter().copied().filter(|member| seen.insert(*member)) {
        match why_not(tx, asking, (class, &seats), member, reason, &mut persons)? {
            None => event.members.push(member),
            Some(why) => event.left_out.push(LeftOut { member, why }),
        }
    }
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn why_not(
    tx: &mut Tx<'_>,
    asking: &Asking,
    (class, seats): (ClassId, &Seats),
    member: MemberId,
    reason: &str,
    persons: &mut HashSet<rules::PersonId>,
) -> Result<Option<Why>, Problem> {
    let Some(row) = people::record(tx, &asking.officer.scope, member)? else {
        return Ok(Some(Why::NotFound));
    };
    if door::is_for(seats, &row, reason).is_err() {
        return Ok(Some(Why::EstablishedInBasicClass));
    }
    let places = door::standing(tx, class, &row)?;
    if places.iter().any(|place| place.state.is_live()) {
        return Ok(Some(Why::AlreadyInClass));
    }
    let invited = places.iter().any(|place| place.state == PlaceState::Invited);
    Ok((invited || !persons.insert(row.person)).then_some(Why::AlreadyInvited))
}

/// The rows of those who are invited.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PlacesInvited) -> Result<(), Problem> {
    for member in &event.members {
        rows::invite(tx, event.class, *member, stamp.position)?;
    }
    Ok(())
}
