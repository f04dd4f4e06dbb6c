//! What lines come to together: people, and apart from them seats.

use super::PlannedClasses;
use crate::Rupiah;
use std::collections::BTreeMap;

/// Lines added up. People are what the lines say they reach, never seats: one person sits in several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Lines.
    pub lines: u64,
    /// Classes.
    pub classes: u64,
    /// Seats of all classes.
    pub seats: u64,
    /// Sessions of all classes.
    pub sessions: u64,
    /// People, each in one line.
    pub persons: u64,
    /// What the lines may cost, where they say it.
    pub budget: Rupiah,
}

impl Sums {
    fn add(&mut self, line: &PlannedClasses) {
        self.lines += 1;
        self.classes += u64::from(line.classes);
        self.seats += line.all_seats();
        self.sessions += line.all_sessions();
        self.persons += u64::from(line.persons);
        self.budget.0 += line.budget.map_or(0, |budget| budget.0);
    }
}

/// All lines.
pub fn total<'l>(lines: impl IntoIterator<Item = &'l PlannedClasses>) -> Sums {
    let mut sums = Sums::default();
    lines.into_iter().for_each(|line| sums.add(line));
    sums
}

/// The lines by month, kecamatan, trade or whatever `key` takes of them.
pub fn by<'l, K: Ord>(
    lines: impl IntoIterator<Item = &'l PlannedClasses>,
    key: impl Fn(&'l PlannedClasses) -> K,
) -> BTreeMap<K, Sums> {
    let mut groups: BTreeMap<K, Sums> = BTreeMap::new();
    for line in lines {
        groups.entry(key(line)).or_default().add(line);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::{super::tests::line, *};
    use proptest::prelude::*;

    #[test]
    fn people_are_not_seats() {
        let lines = [line(), PlannedClasses { classes: 2, persons: 0, month: 4, ..line() }];
        let sums = total(&lines);
        assert_eq!((sums.classes, sums.seats, sums.sessions, sums.persons), (3, 300, 6, 30));
        let months = by(&lines, |line| line.month);
        assert_eq!(months[&4].persons, 0);
        assert_eq!(months[&4].seats, 200);
    }

    proptest! {
        #[test]
        fn groups_come_to_the_total(
            drawn in prop::collection::vec((1..=12_i8, 1..9_u32, 1..99_u32, 0..99_u32, 0..9_i64), 0..40)
        ) {
            let lines: Vec<PlannedClasses> = drawn
                .into_iter()
                .map(|(month, classes, seats, persons, budget)| PlannedClasses {
                    month, classes, seats, persons, budget: Some(Rupiah(budget)), ..line()
                })
                .collect();
            let mut added = Sums::default();
            for sums in by(&lines, |line| line.month).values() {
                added.lines += sums.lines;
                added.classes += sums.classes;
                added.seats += sums.seats;
                added.sessions += sums.sessions;
                added.persons += sums.persons;
                added.budget.0 += sums.budget.0;
            }
            prop_assert_eq!(added, total(&lines));
        }
    }
}
