//! What became of a plan: the classes that were announced under it, and the people in them.
use crate::classes::{HeldClass, Taken};
use rules::PersonId;
use std::collections::BTreeMap;

/// What was held, counted. People are counted once in each group, however many classes they took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Classes announced and not called off.
    pub classes: u64,
    /// Classes called off; nothing else here counts them.
    pub called_off: u64,
    /// Seats announced.
    pub seats: u64,
    /// People who have or had a place.
    pub confirmed: u64,
    /// People who were at a session at least.
    pub present: u64,
    /// People who finished a class.
    pub finished: u64,
    /// Attendances: once for each session somebody was at.
    pub attendances: u64,
}

/// What was held, by month, kecamatan, trade or whatever `key` takes of a class.
pub fn by<'c, K: Ord + Clone>(
    classes: &'c [HeldClass],
    taken: &[Taken],
    key: impl Fn(&'c HeldClass) -> K,
) -> BTreeMap<K, Held> {
    let mut groups: BTreeMap<K, (Held, BTreeMap<PersonId, Reached>)> = BTreeMap::new();
    for class in classes {
        let (held, _) = groups.entry(key(class)).or_default();
        held.classes += u64::from(!class.called_off);
        held.called_off += u64::from(class.called_off);
        held.seats += if class.called_off { 0 } else { class.seats };
    }
    for one in taken {
        let Some(class) = classes.get(one.class).filter(|class| !class.called_off) else {
            continue;
        };
        let (held, persons) = groups.entry(key(class)).or_default();
        held.attendances += one.attended;
        persons.entry(one.person).or_default().add(one);
    }
    groups.into_iter().map(|(key, (held, persons))| (key, held.with(&persons))).collect()
}

/// How far one person came, over all classes of a group.
#[derive(Default)]
struct Reached {
    confirmed: bool,
    present: bool,
    finished: bool,
}

impl Reached {
    fn add(&mut self, taken: &Taken) {
        self.confirmed |= taken.confirmed;
        self.present |= taken.attended > 0;
        self.finished |= taken.finished;
    }
}

impl Held {
    fn with(mut self, persons: &BTreeMap<PersonId, Reached>) -> Self {
        for reached in persons.values() {
            self.confirmed += u64::from(reached.confirmed);
            self.present += u64::from(reached.present);
            self.finished += u64::from(reached.finished);
        }
        self
    }
}
