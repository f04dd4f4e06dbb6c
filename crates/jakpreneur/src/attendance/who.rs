//! The persons behind one of the numbers of training: as many as the number says, each once.
use super::{
    measure::Measure,
    remembered::standings,
    standing::{Wanted, counted},
};
use crate::{
    House, Problem,
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, MemberId, PersonId};
use std::collections::BTreeMap;

/// A page of the persons behind a number.
pub struct Counted {
    /// The persons, by their ids.
    pub items: Vec<Trainee>,
    /// What to ask the next page after.
    pub next: Option<PersonId>,
    /// The number itself: how many there are over all pages.
    pub total: u64,
}

/// Somebody who counts. Seen by whoever sees the class; the file opens by scope alone.
pub struct Trainee {
    /// The record; of several the one within scope.
    pub row: MemberRow,
    /// The name; empty once erased.
    pub name: String,
    /// The NIK, masked; empty once erased.
    pub nik: String,
    /// Whether the reader may open the file.
    pub openable: bool,
}

/// Whether the officer may be told who counts, and not only how many.
pub fn may_see_who(officer: &Officer) -> bool {
    let names = [Act::ManagePlaces, Act::MarkAttendance, Act::SearchMembers];
    officer.role.may(Act::ReadFigures) && names.into_iter().any(|act| officer.role.may(act))
}

/// A page of the persons whom a number of the classes asked for counts.
pub fn who(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (measure, wanted): (Measure, &Wanted),
    after: Option<PersonId>,
    limit: usize,
) -> Result<Counted, Problem> {
    if !may_see_who(officer) {
        return Err(Problem::Forbidden);
    }
    let persons = counted_in(tx, house, officer, (measure, wanted))?;
    let total = persons.len() as u64;
    let mut left = persons.into_iter().filter(|(person, _)| after.is_none_or(|at| *person > at));
    let (mut items, mut last) = (Vec::new(), None);
    for (person, records) in left.by_ref().take(limit) {
        items.push(trainee(tx, house, officer, &records)?);
        last = Some(person);
    }
    let more = left.next().is_some();
    Ok(Counted { items, next: last.filter(|_| more), total })
}

/// Everybody whom a number of the classes asked for counts, by person the records that count.
pub fn counted_in(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (measure, wanted): (Measure, &Wanted),
) -> Result<BTreeMap<PersonId, Vec<MemberId>>, Problem> {
    let mut persons = BTreeMap::<PersonId, Vec<MemberId>>::new();
    let classes = counted(tx, officer, wanted)?;
    let standings = standings(tx, house)?;
    let ones = classes.iter().flat_map(|class| standings.to(class.class));
    for one in ones.filter(|one| measure.counts(one)) {
        persons.entry(one.person).or_default().push(one.member);
    }
    Ok(persons)
}

fn trainee(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    records: &[MemberId],
) -> Result<Trainee, Problem> {
    let mut found = None;
    for record in records {
        let row = people::record(tx, &Officer::public().scope, *record)?;
        let row = row.ok_or(Problem::NotFound)?;
        let openable = covers(officer, &row);
        if openable || found.is_none() {
            found = Some((row, openable));
        }
        if openable {
            break;
        }
    }
    let (row, openable) = found.ok_or(Problem::NotFound)?;
    let known = row.identity(&house.seal);
    let name = known.as_ref().map(|known| known.name.as_str().to_owned()).unwrap_or_default();
    let nik = known.map(|known| known.nik.masked()).unwrap_or_default();
    Ok(Trainee { row, name, nik, openable })
}

fn covers(officer: &Officer, row: &MemberRow) -> bool {
    officer.role.may(Act::OpenFile) && officer.scope.covers(&row.agency, row.office)
}
