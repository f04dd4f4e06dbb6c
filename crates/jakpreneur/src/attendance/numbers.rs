//! The numbers of training, always apart and always persons: invited, registered, present, finished, and
//! who walked in; beside them seats and attendances, which are no persons.
use super::{
    measure::Measure,
    standing::{By, Standing, Wanted, each},
};
use crate::{Problem, staff::Officer};
use db::Tx;
use rules::{ClassId, PersonId};
use std::collections::{BTreeMap, HashSet};

/// The numbers of one class or of several: each person counts once in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// How many classes.
    pub classes: u64,
    /// How many seats they have.
    pub seats: u64,
    /// Persons who were ever invited.
    pub invited: u64,
    /// Persons who ever asked for a place before the door.
    pub registered: u64,
    /// Persons who were at one session at least.
    pub present: u64,
    /// Persons who finished.
    pub finished: u64,
    /// Persons who came without having asked before.
    pub walk_ins: u64,
    /// How often somebody was present at a session: no persons.
    pub attendances: u64,
    /// The five numbers in seats: no persons, for who is in two classes has two.
    pub in_seats: InSeats,
}

/// The five numbers of training a class at a time: who stands so to two classes counts twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InSeats {
    /// Invitations.
    pub invited: u64,
    /// Requests before the door.
    pub registered: u64,
    /// Seats whose holder was at one session at least.
    pub present: u64,
    /// Seats whose holder finished.
    pub finished: u64,
    /// Seats given at the door.
    pub walk_ins: u64,
}

impl Numbers {
    /// One of the five numbers, in persons and in seats.
    pub fn of(&self, measure: Measure) -> (u64, u64) {
        match measure {
            Measure::Invited => (self.invited, self.in_seats.invited),
            Measure::Registered => (self.registered, self.in_seats.registered),
            Measure::Present => (self.present, self.in_seats.present),
            Measure::Finished => (self.finished, self.in_seats.finished),
            Measure::WalkIns => (self.walk_ins, self.in_seats.walk_ins),
        }
    }
}

/// Numbers of all classes asked for, and the same told apart. A person in two groups is in each of them
/// and once in all, so groups need not add up.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Of all together.
    pub all: Numbers,
    /// Of each group, by its code.
    pub groups: BTreeMap<String, Numbers>,
}

#[derive(Default)]
struct Persons {
    classes: HashSet<ClassId>,
    seats: u64,
    attendances: u64,
    invited: HashSet<PersonId>,
    registered: HashSet<PersonId>,
    present: HashSet<PersonId>,
    finished: HashSet<PersonId>,
    walk_ins: HashSet<PersonId>,
    in_seats: InSeats,
}

/// The numbers of the classes the officer sees.
pub fn sums(tx: &mut Tx<'_>, officer: &Officer, by: By, wanted: &Wanted) -> Result<Sums, Problem> {
    let (mut all, mut groups) = (Persons::default(), BTreeMap::<String, Persons>::new());
    each(tx, officer, wanted, |row| {
        all.take(row);
        groups.entry(row.key(by)).or_default().take(row);
    })?;
    let groups = groups.into_iter().map(|(code, persons)| (code, persons.numbers())).collect();
    Ok(Sums { all: all.numbers(), groups })
}

/// The numbers of one class that the officer sees.
pub fn numbers(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Numbers, Problem> {
    let wanted = Wanted { class: Some(class), ..Wanted::default() };
    Ok(sums(tx, officer, By::Class, &wanted)?.all)
}

impl Persons {
    fn take(&mut self, row: &Standing) {
        if self.classes.insert(row.class) {
            self.seats += row.capacity;
        }
        let Some(one) = &row.one else { return };
        self.attendances += one.attended;
        for measure in Measure::ALL {
            if measure.counts(one) {
                let (whom, seats) = self.of(measure);
                whom.insert(one.person);
                *seats += 1;
            }
        }
    }

    fn of(&mut self, measure: Measure) -> (&mut HashSet<PersonId>, &mut u64) {
        let seats = &mut self.in_seats;
        match measure {
            Measure::Invited => (&mut self.invited, &mut seats.invited),
            Measure::Registered => (&mut self.registered, &mut seats.registered),
            Measure::Present => (&mut self.present, &mut seats.present),
            Measure::Finished => (&mut self.finished, &mut seats.finished),
            Measure::WalkIns => (&mut self.walk_ins, &mut seats.walk_ins),
        }
    }

    fn numbers(&self) -> Numbers {
        Numbers {
            classes: self.classes.len() as u64,
            seats: self.seats,
            invited: self.invited.len() as u64,
            registered: self.registered.len() as u64,
            present: self.present.len() as u64,
            finished: self.finished.len() as u64,
            walk_ins: self.walk_ins.len() as u64,
            attendances: self.attendances,
            in_seats: self.in_seats,
        }
    }
}
