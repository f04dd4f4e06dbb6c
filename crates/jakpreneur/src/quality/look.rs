//! Looking through the records of a scope: which have what finding.
use super::{Finding, rows};
use crate::{House, Problem, board::caught_up, journal::Event, people::Registered, staff::Scope};
use db::{Position, Tx};
use jiff::ToSpan;
use rules::{Date, Day, Level, MemberId, RegionCode, StageKind};
use std::collections::{BTreeMap, BTreeSet};

/// Recorded more days than this after it happened is late.
pub const LATE_DAYS: u16 = 30;
/// So many months without contact are looked for, if nothing else is asked.
const MONTHS: u8 = 6;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// So many months without contact, 1 to 60.
    pub months: u8,
    /// Records of this office alone.
    pub office: Option<RegionCode>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { months: MONTHS, office: None }
    }
}

/// A record as it was looked at.
pub(super) struct Looked {
    pub id: MemberId,
    pub office: RegionCode,
    /// The stages it reached, true at their index.
    pub reached: [bool; StageKind::ALL.len()],
    registered_on: Date,
    last_contact: Date,
}

/// What was found.
pub(super) struct Findings {
    /// Every record within scope.
    pub records: BTreeMap<Position, Looked>,
    /// The records of each finding.
    pub of: BTreeMap<Finding, BTreeSet<Position>>,
}

/// Looks through everything within scope.
pub(super) fn look(
    tx: &mut Tx<'_>,
    house: &House,
    scope: &Scope,
    wanted: Wanted,
) -> Result<Findings, Problem> {
    let seen = caught_up(tx, house)?;
    let mut found = Findings { records: BTreeMap::new(), of: BTreeMap::new() };
    rows::members(tx, scope, |member| {
        found.member(&member, wanted);
        Ok(())
    })?;
    rows::services(tx, scope, |service| {
        found.service(&service);
        Ok(())
    })?;
    for (position, on) in rows::visits(tx, scope)? {
        if let Some(record) = found.records.get_mut(&position) {
            record.last_contact = record.last_contact.max(on);
        }
    }
    found.contacts(house.today(), wanted.months);
    found.niks(tx, seen)?;
    Ok(found)
}

impl Findings {
    fn note(&mut self, finding: Finding, position: Position) {
        self.of.entry(finding).or_default().insert(position);
    }

    fn member(&mut self, member: &rows::Member, wanted: Wanted) {
        let (position, id, office, area, registered_on, recorded_at) = *member;
        if wanted.office.is_some_and(|only| !office.within(&only)) {
            return;
        }
        let mut reached = [false; StageKind::ALL.len()];
        if let Some(registered) = reached.get_mut(StageKind::Registration.index()) {
            *registered = true;
        }
        let last_contact = registered_on;
        let looked = Looked { id, office, reached, registered_on, last_contact };
        self.records.insert(position, looked);
        if area.level() < Level::Kelurahan {
            self.note(Finding::NoKelurahan, position);
        }
        if late(registered_on, recorded_at.date()) {
            self.note(Finding::EnteredLate, position);
        }
    }

    fn service(&mut self, service: &rows::Service) {
        let (position, stage, state, occurred_on, recorded_at) = service;
        let Some(record) = self.records.get_mut(position) else { return };
        record.last_contact = record.last_contact.max(*occurred_on);
        if let Some(reached) = record.reached.get_mut(stage.index()) {
            *reached |= state == "completed";
        }
        if *occurred_on < record.registered_on {
            self.note(Finding::BeforeRegistration, *position);
        }
        if late(*occurred_on, recorded_at.date()) {
            self.note(Finding::EnteredLate, *position);
        }
    }

    fn contacts(&mut self, today: Date, months: u8) {
        let since = today.saturating_sub(i32::from(months).months());
        let silent = self.records.iter().filter(|(_, record)| record.last_contact < since);
        let silent: BTreeSet<Position> = silent.map(|(position, _)| *position).collect();
        self.of.insert(Finding::NoContact, silent);
    }

    /// Warnings are in the journal alone: they were told at registration, and the NIK is sealed since.
    fn niks(&mut self, tx: &mut Tx<'_>, seen: Position) -> Result<(), Problem> {
        let (mut odd, mut unread) = (Vec::new(), None);
        tx.entries(0, seen, |entry| {
            if entry.act == Registered::ACT {
                match Registered::of(&entry) {
                    Ok(event) if event.warnings.is_empty() => {}
                    Ok(_) => odd.push(entry.position),
                    Err(problem) => unread = Some(problem),
                }
            }
            Ok(())
        })?;
        odd.retain(|position| self.records.contains_key(position));
        self.of.insert(Finding::OddNik, odd.into_iter().collect());
        unread.map_or(Ok(()), Err)
    }
}

fn late(happened_on: Date, recorded_on: Date) -> bool {
    Day::of(recorded_on).0.saturating_sub(Day::of(happened_on).0) > LATE_DAYS
}
