//! Who is counted, by pseudonym: a number that cannot be shown with its list is not released.
use super::{Counted, lines::List};
use crate::{
    House, Problem,
    board::Board,
    growth,
    reports::{Narrowing, Tally},
    staff::{Officer, Scope},
};
use db::Position;
use figures::Measure;
use rules::MemberId;
use std::collections::{BTreeMap, HashMap};

/// Who is counted in which lines.
#[derive(Default)]
pub(super) struct Members {
    counted: BTreeMap<u32, Vec<u64>>,
    /// Businesses count one a record, also where a person has several.
    by_record: bool,
    /// Where each record was registered, once it is needed.
    registered_at: Option<HashMap<MemberId, u32>>,
}

impl Members {
    /// Adds those that a line counts, who must be as many as it says.
    pub fn add(
        &mut self,
        house: &House,
        officer: &Officer,
        list: &List,
        (line, says): (u64, u64),
        seen: Position,
    ) -> Result<(), Problem> {
        let positions = match list {
            List::Persons(asked, measure) => {
                listed(house, &house.board(), &officer.scope, asked, *measure)?
            }
            List::Businesses(asked, measure) => {
                self.by_record = true;
                growth::figures::positions(house, officer, (asked, *measure), seen)?
            }
            List::Trained(persons) => self.trained(house, persons)?,
        };
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

    /// Persons in classes, by the earliest of their records that count.
    fn trained(&mut self, house: &House, persons: &[Vec<MemberId>]) -> Result<Vec<u32>, Problem> {
        let at = self.registered_at.get_or_insert_with(|| house.board().names.registered_at());
        let earliest = |records: &Vec<MemberId>| {
            let positions = records.iter().filter_map(|record| at.get(record)).min();
            let unknown = || Problem::Broken("who was in a class has no record".to_owned());
            positions.copied().ok_or_else(unknown)
        };
        persons.iter().map(earliest).collect()
    }

    /// Everybody, under pseudonyms whose order says nothing. Agencies list records of their own: a person with
    /// several is one all the same, by the earliest.
    pub fn frozen(self, house: &House) -> Vec<Counted> {
        let pseudonym = |position: u32| {
            let hash = house.seal.released_person(position);
            let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
        };
        let earliest =
            if self.by_record { HashMap::new() } else { house.board().figures.earliest_records() };
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
