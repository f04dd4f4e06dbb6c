//! Letting in who stands at the door without a place, and marking them present: a place, then a mark.
use super::{Marking, Told, mark, mark::placed};
use crate::{
    House, Problem,
    journal::{Asking, Change, Done},
    places::{self, PlaceAsked, Wish},
};
use rules::{
    Act, ClassId, MemberId,
    training::{Mark, Way},
};

/// Somebody was let in.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// The place, where there was none before.
    pub place: Option<Done<PlaceAsked>>,
    /// The mark.
    pub told: Told,
}

/// Lets somebody in at a session of today, if there is room; who has a place is marked alone.
pub fn admit(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (class, session): (ClassId, i16),
    (member, way): (MemberId, Way),
    reason: &str,
) -> Result<Admitted, Problem> {
    asking.officer.may(Act::MarkAttendance)?;
    let marks = vec![(member, Mark::Present)];
    let marking = Marking { session, way, marks, reason: reason.to_owned() };
    let place = if placed(tx, class, member)?.is_some() {
        None
    } else {
        let wish = Wish { reason: reason.to_owned(), walk_in: true };
        Some(places::ask(tx, house, &asking.part(0), class, member, &wish)?)
    };
    let told = mark(tx, house, asking, class, &marking)?;
    Ok(Admitted { place, told })
}
