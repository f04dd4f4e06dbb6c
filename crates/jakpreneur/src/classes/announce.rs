//! Announcing a class.
use super::{Announcement, Clash, ClassForm, clashes, rows};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};

/// A class was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassAnnounced {
    /// The class.
    pub class: ClassId,
    /// All that is announced of it.
    pub announced: Announcement,
    /// The classes that it shared a room or a trainer with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clashes: Vec<Clash>,
}

impl Event for ClassAnnounced {
    const ACT: &'static str = "class.announce";
}

/// Announces a class within the officer's agency and area. A clash with another class is told, not refused.
pub fn announce(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &ClassForm,
) -> Result<Done<ClassAnnounced>, Problem> {
    asking.officer.may(Act::ManageClasses)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let announced = form.understand(tx, house, &asking.officer, None)?;
    let class = ClassId(house.new_id());
    let clashes = clashes(tx, class, &announced)?;
    let event = ClassAnnounced { class, announced, clashes };
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a class.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ClassAnnounced) -> Result<(), Problem> {
    Ok(rows::add(tx, event.class, &event.announced, stamp.position)?)
}
