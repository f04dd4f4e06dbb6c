//! The numbers of training, always apart and always persons: invited, registered, present, finished, and
//! who walked in; beside them seats and attendances, which are no persons.
use super::{
    measure::Measure,
    remembered::standings,
    standing::{By, CountedClass, Wanted, counted},
    standings::{Numbering, One},
};
use crate::{House, Problem, staff::Officer};
use db::Tx;
use rules::ClassId;
use std::collections::BTreeMap;

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

/// What is counted so far. A person has a number of their own, and was seen in a turn or was not.
struct Tally {
    numbers: Numbers,
    turn: u32,
    seen: [Vec<u32>; Measure::ALL.len()],
}

/// The numbers of the classes the officer sees.
pub fn sums(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    by: By,
    wanted: &Wanted,
) -> Result<Sums, Problem> {
    let classes = counted(tx, officer, wanted)?;
    let standings = standings(tx, house)?;
    let mut told = BTreeMap::<String, Vec<&CountedClass>>::new();
    for class in &classes {
        told.entry(class.key(by)).or_default().push(class);
    }
    let (mut all, mut group) = (Tally::of(standings.persons()), Tally::of(standings.persons()));
    let mut groups = BTreeMap::new();
    for (code, classes) in told {
        for class in classes {
            all.take(class, standings.to(class.class));
            group.take(class, standings.to(class.class));
        }
        groups.insert(code, group.numbers());
    }
    Ok(Sums { all: all.numbers(), groups })
}

/// The numbers of one class that the officer sees.
pub fn numbers(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Numbers, Problem> {
    let wanted = Wanted { class: Some(class), ..Wanted::default() };
    let mut told = Numbering::default();
    let mut seats = Vec::new();
    for class in counted(tx, officer, &wanted)? {
        let ones = told.standing_to(tx, class.class)?;
        seats.push((class, ones));
    }
    let mut tally = Tally::of(told.persons());
    for (class, ones) in &seats {
        tally.take(class, ones);
    }
    Ok(tally.numbers())
}

impl Tally {
    fn of(persons: usize) -> Self {
        let seen = std::array::from_fn(|_| vec![0; persons]);
        Self { numbers: Numbers::default(), turn: 1, seen }
    }

    fn take(&mut self, class: &CountedClass, ones: &[One]) {
        self.numbers.classes += 1;
        self.numbers.seats += class.capacity;
        for one in ones {
            self.numbers.attendances += u64::from(one.attended);
            for (measure, seen) in Measure::ALL.into_iter().zip(&mut self.seen) {
                if measure.counts(one) {
                    let turn = &mut seen[one.number as usize];
                    let is_new = std::mem::replace(turn, self.turn) != self.turn;
                    self.numbers.add(measure, is_new);
                }
            }
        }
    }

    /// What was counted since it was last asked; everybody counts again from here.
    fn numbers(&mut self) -> Numbers {
        self.turn += 1;
        std::mem::take(&mut self.numbers)
    }
}

impl Numbers {
    /// One more seat; one more person where they were not seen before.
    fn add(&mut self, measure: Measure, is_new: bool) {
        let seats = &mut self.in_seats;
        let (persons, seats) = match measure {
            Measure::Invited => (&mut self.invited, &mut seats.invited),
            Measure::Registered => (&mut self.registered, &mut seats.registered),
            Measure::Present => (&mut self.present, &mut seats.present),
            Measure::Finished => (&mut self.finished, &mut seats.finished),
            Measure::WalkIns => (&mut self.walk_ins, &mut seats.walk_ins),
        };
        *persons += u64::from(is_new);
        *seats += 1;
    }
}
