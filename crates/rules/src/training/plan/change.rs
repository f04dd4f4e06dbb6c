//! What changes from one version of a plan to the next.

use super::PlannedClasses;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// A line with its number, which it keeps through all versions.
pub type Numbered = (u32, PlannedClasses);

/// The lines that differ from the version before; every other line stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The numbers of lines that are no longer there.
    pub gone: Vec<u32>,
    /// Lines that are new, or are different from now on.
    pub lines: Vec<Numbered>,
}

impl Changes {
    /// What turns `current` into `wanted`, in whatever order: equal lines stay, the others go or come.
    /// Those that come are numbered from `next`.
    pub fn between(current: &[Numbered], wanted: &[PlannedClasses], mut next: u32) -> Self {
        let mut there: BTreeMap<&PlannedClasses, VecDeque<u32>> = BTreeMap::new();
        for (number, line) in current {
            there.entry(line).or_default().push_back(*number);
        }
        let mut lines = Vec::new();
        for line in wanted {
            if there.get_mut(line).and_then(VecDeque::pop_front).is_none() {
                lines.push((next, line.clone()));
                next += 1;
            }
        }
        let mut gone: Vec<u32> = there.into_values().flatten().collect();
        gone.sort_unstable();
        Self { gone, lines }
    }

    /// One line more.
    pub fn adding(next: u32, line: PlannedClasses) -> Self {
        Self { gone: Vec::new(), lines: vec![(next, line)] }
    }

    /// One line that is different from now on.
    pub fn changing(number: u32, line: PlannedClasses) -> Self {
        Self { gone: Vec::new(), lines: vec![(number, line)] }
    }

    /// One line less.
    pub fn dropping(number: u32) -> Self {
        Self { gone: vec![number], lines: Vec::new() }
    }

    /// Whether everything stays.
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.lines.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::line, *};
    use proptest::prelude::*;

    fn reaching(persons: u32) -> PlannedClasses {
        PlannedClasses { persons, ..line() }
    }

    fn applied(current: &[Numbered], changes: &Changes) -> Vec<PlannedClasses> {
        let mut lines: BTreeMap<u32, PlannedClasses> = current.iter().cloned().collect();
        for number in &changes.gone {
            lines.remove(number);
        }
        lines.extend(changes.lines.iter().cloned());
        let mut lines: Vec<PlannedClasses> = lines.into_values().collect();
        lines.sort();
        lines
    }

    #[test]
    fn only_what_differs_is_in_a_change() {
        let current = [(1, reaching(1)), (2, reaching(2)), (3, reaching(2))];
        let changes = Changes::between(&current, &[reaching(2), reaching(5), reaching(1)], 7);
        assert_eq!(changes, Changes { gone: vec![3], lines: vec![(7, reaching(5))] });
        let same = [reaching(2), reaching(2), reaching(1)];
        assert!(Changes::between(&current, &same, 4).is_empty());
    }

    proptest! {
        #[test]
        fn a_change_leads_to_what_was_wanted(
            current in prop::collection::vec(0..6_u32, 0..12), wanted in prop::collection::vec(0..6_u32, 0..12)
        ) {
            let current: Vec<Numbered> =
                (1..).zip(current.into_iter().map(reaching)).collect();
            let mut wanted: Vec<PlannedClasses> = wanted.into_iter().map(reaching).collect();
            let changes = Changes::between(&current, &wanted, 100);
            wanted.sort();
            prop_assert_eq!(applied(&current, &changes), wanted);
        }
    }
}
