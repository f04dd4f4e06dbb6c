//! Who stands how to which class, remembered between requests: after the first, only the classes that
//! something happened to since are read again. What comes out is what reading all of them would give.
use super::{
    AttendanceMarked, ClassFinished, ClassReopened,
    standings::{Numbering, One},
};
use crate::{
    House, Problem,
    classes::ClassChanged,
    journal::Event,
    people::{Decided, Undone},
    places::{PlaceAsked, PlaceCancelled, PlaceTransferred, PlacesInvited},
};
use db::{Entry, Position, Tx, sql};
use rules::{ClassId, MemberId};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

/// Beyond so many journal entries, reading every class anew is quicker than reading what happened.
const FAR: Position = 100_000;

/// What is remembered.
#[derive(Default)]
pub struct Remembered(Mutex<Memory>);

#[derive(Default)]
struct Memory {
    numbering: Numbering,
    standings: Arc<Standings>,
}

/// Who stands how to which class, as at one journal position.
#[derive(Clone, Default)]
pub(super) struct Standings {
    position: Position,
    persons: usize,
    classes: HashMap<ClassId, Arc<[One]>>,
}

impl Standings {
    /// How many persons there are; their numbers are smaller.
    pub fn persons(&self) -> usize {
        self.persons
    }

    /// Everybody who stands in some way to a class.
    pub fn to(&self, class: ClassId) -> &[One] {
        self.classes.get(&class).map_or(&[], |ones| ones)
    }
}

/// Who stands how to which class, as this look sees it, or later. In a look alone: what an act sees may
/// be taken back, and would be remembered all the same.
pub(super) fn standings(tx: &mut Tx<'_>, house: &House) -> Result<Arc<Standings>, Problem> {
    let seen = tx.chain()?.position;
    let mut memory = house.standings.0.lock().unwrap_or_else(PoisonError::into_inner);
    if memory.standings.position < seen {
        memory.catch_up(tx, seen)?;
    }
    Ok(memory.standings.clone())
}

impl Memory {
    fn catch_up(&mut self, tx: &mut Tx<'_>, seen: Position) -> Result<(), Problem> {
        let before = self.standings.position;
        let anew = before == 0 || seen - before > FAR;
        let (touched, mut standings) = if anew {
            (with_places(tx)?, Standings::default())
        } else {
            (touched_since(tx, before)?, Standings::clone(&self.standings))
        };
        for class in touched {
            let ones = self.numbering.standing_to(tx, class)?;
            standings.classes.insert(class, ones.into());
        }
        standings.position = seen;
        standings.persons = self.numbering.persons();
        self.standings = Arc::new(standings);
        Ok(())
    }
}

sql!(WITH_PLACES = "select distinct class_id from class_place");
fn with_places(tx: &mut Tx<'_>) -> db::Result<BTreeSet<ClassId>> {
    Ok(tx.all(WITH_PLACES, ())?.into_iter().map(|(class,)| class).collect())
}

fn touched_since(tx: &mut Tx<'_>, after: Position) -> Result<BTreeSet<ClassId>, Problem> {
    let mut entries = Vec::new();
    tx.entries(after, i64::MAX, |entry| {
        entries.push(entry);
        Ok(())
    })?;
    let mut touched = BTreeSet::new();
    for entry in &entries {
        touched.extend(touched_by(tx, entry)?);
    }
    Ok(touched)
}

/// The classes to which somebody may stand otherwise since an entry; most entries touch none.
fn touched_by(tx: &mut Tx<'_>, entry: &Entry) -> Result<Vec<ClassId>, Problem> {
    Ok(match entry.act.as_str() {
        PlacesInvited::ACT => vec![PlacesInvited::of(entry)?.class],
        PlaceAsked::ACT => vec![PlaceAsked::of(entry)?.class],
        PlaceCancelled::ACT => vec![PlaceCancelled::of(entry)?.class],
        PlaceTransferred::ACT => {
            let event = PlaceTransferred::of(entry)?;
            vec![event.from, event.to]
        }
        AttendanceMarked::ACT => vec![AttendanceMarked::of(entry)?.class],
        ClassChanged::ACT => vec![ClassChanged::of(entry)?.class],
        ClassFinished::ACT => vec![ClassFinished::of(entry)?.class],
        ClassReopened::ACT => vec![ClassReopened::of(entry)?.class],
        Decided::ACT => classes_of(tx, Decided::of(entry)?.member)?,
        Undone::ACT => classes_of(tx, Undone::of(entry)?.member)?,
        _ => Vec::new(),
    })
}

sql!(CLASSES_OF = "select class_id from class_place where member_id = $1");
/// The classes a record has to do with: it is another person's now.
fn classes_of(tx: &mut Tx<'_>, member: MemberId) -> db::Result<Vec<ClassId>> {
    Ok(tx.all(CLASSES_OF, (member,))?.into_iter().map(|(class,)| class).collect())
}
