//! Who is counted, by pseudonym: a number that cannot be shown with its list is not released.
use super::Counted;
use crate::{
    House, Problem,
    board::Board,
    reports::{Narrowing, Tally},
    staff::Scope,
};
use figures::Measure;
use std::collections::BTreeMap;

/// Who is counted in which lines.
#[derive(Default)]
pub(super) struct Members {
    counted: BTreeMap<u32, Vec<u64>>,
}

impl Members {
    /// Adds those that a line counts, who must be as many as it says.
    pub fn add(
        &mut self,
        house: &House,
        scope: &Scope,
        narrowing: &Narrowing,
        measure: Measure,
        (line, says): (u64, u64),
    ) -> Result<(), Problem> {
        let positions = listed(house, &house.board(), scope, narrowing, measure)?;
        let listed = positions.len() as u64;
        if listed != says {
            let why = format!("line {line} says {says} and its list has {listed}");
            return Err(Problem::Broken(why));
        }
        for position in positions {
            self.counted.entry(position).or_default().push(line);
        }
        Ok(())
    }

    /// Everybody, under pseudonyms whose order says nothing. Agencies list records of their own: a person with
    /// several is one all the same, by the earliest.
    pub fn frozen(self, house: &House) -> Vec<Counted> {
        let pseudonym = |position: u32| {
            let hash = house.seal.released_person(position);
            let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
        };
        let earliest = house.board().figures.earliest_records();
        let mut persons: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
        for (position, lines) in self.counted {
            let person = earliest.get(&position).copied().unwrap_or(position);
            persons.entry(person).or_default().extend(lines);
        }
        for lines in persons.values_mut() {
            lines.sort_unstable();
            lines.dedup();
        }
        let counted = persons.into_iter();
        let mut all: Vec<Counted> =
            counted.map(|(at, lines)| Counted { id: pseudonym(at), lines }).collect();
        all.sort_unstable();
        all
    }
}

fn listed(
    house: &House,
    board: &Board,
    scope: &Scope,
    narrowing: &Narrowing,
    measure: Measure,
) -> Result<Vec<u32>, Problem> {
    let tally = Tally::new(house, board, scope, narrowing)?;
    Ok(board.figures.list(&tally.question, measure, None, usize::MAX - 1).positions)
}
