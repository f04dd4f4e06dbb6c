//! The list of a session: everybody with a place, by name, and the mark that holds.
use super::rows::{self, Kept};
use crate::{
    House, Problem,
    classes::{self, Class, Session},
    places::{self, Participant, Roster},
    staff::Officer,
};
use db::Tx;
use rules::{
    ClassId,
    training::{Mark, PlaceState},
};
use std::collections::HashMap;

/// The list of a session.
pub struct Listed {
    /// The class.
    pub class: Class,
    /// The session.
    pub session: Session,
    /// Everybody with a place, by name.
    pub lines: Vec<Line>,
}

/// Somebody with a place.
pub struct Line {
    /// Who.
    pub who: Participant,
    /// The mark that holds; none where nobody said anything.
    pub kept: Option<Kept>,
}

/// So many are in one class at most.
const MOST: usize = 2000;

/// The list of a session of a class the officer sees, for whoever may see names.
pub fn listed(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    number: i16,
) -> Result<Listed, Problem> {
    let class = classes::open(tx, officer, class)?;
    let found = class.announced.sessions.iter().find(|session| session.number == number);
    let session = found.ok_or(Problem::NotFound)?.clone();
    let wanted =
        Roster { state: Some(PlaceState::Confirmed), member: None, after: None, limit: MOST };
    let roster = places::roster(tx, house, officer, class.id, &wanted)?;
    let marks: HashMap<_, _> = rows::marks_of(tx, class.id, number)?.into_iter().collect();
    let line = |who: Participant| Line { kept: marks.get(&who.member).copied(), who };
    let mut lines: Vec<Line> = roster.items.into_iter().map(line).collect();
    // The order of the printed list: its line numbers are typed back.
    lines.sort_by_cached_key(|line| {
        let who = &line.who;
        (who.name.is_empty(), rules::name::fold(&who.name), who.position)
    });
    Ok(Listed { class, session, lines })
}

impl Listed {
    /// How many have this mark; none: no mark.
    pub fn with(&self, mark: Option<Mark>) -> usize {
        self.lines.iter().filter(|line| line.kept.map(|kept| kept.mark) == mark).count()
    }
}
