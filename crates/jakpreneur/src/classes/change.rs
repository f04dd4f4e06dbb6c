//! Changing a class: any part of it, but neither what was held nor the places that are given.
use super::{Announcement, Clash, ClassForm, clashes, managed, rows, sessions};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    places,
};
use db::Tx;
use rules::{Act, ClassId, MemberId, training::ClassState};
use serde::{Deserialize, Serialize};

/// A class was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassChanged {
    /// The class.
    pub class: ClassId,
    /// All that is announced of it from now on.
    pub announced: Announcement,
    /// Who waited and has a place by it, in the order of asking.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<MemberId>,
    /// The classes that it shares a room or a trainer with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clashes: Vec<Clash>,
}

impl Event for ClassChanged {
    const ACT: &'static str = "class.change";
}

/// Changes what the form gives and keeps the rest. New seats go to who waits, in the same act.
pub fn change(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    form: &ClassForm,
) -> Result<Done<ClassChanged>, Problem> {
    asking.officer.may(Act::ManageClasses)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let has = managed(tx, &asking.officer, class)?;
    if has.state != ClassState::Announced {
        return Err(Problem::Refused(Code::ClassOver));
    }
    let has = has.announced;
    let announced = form.understand(tx, house, &asking.officer, Some(&has))?;
    let marked = rows::marked(tx, class)?;
    let today = asking.at.date();
    if sessions::moved_though_held(&has.sessions, &announced.sessions, &marked, today).is_some() {
        return Err(Problem::Invalid(vec![FieldError::new("sessions", Code::SessionHeld)]));
    }
    let moved_up = places::who_moves_up(tx, class, announced.capacity)?;
    let moved_up = moved_up.ok_or_else(|| {
        Problem::Invalid(vec![FieldError::new("capacity", Code::CapacityBelowPlaces)])
    })?;
    let clashes = clashes(tx, class, &announced)?;
    let event = ClassChanged { class, announced, moved_up, clashes };
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a changed class, and of those who moved up by it.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ClassChanged) -> Result<(), Problem> {
    rows::put(tx, event.class, &event.announced, stamp.position)?;
    Ok(places::move_up(tx, event.class, &event.moved_up, stamp.position)?)
}
