//! Every record with what looks wrong in it, remembered between requests: after the first, only the records
//! that something happened to since are looked at again. What comes out is what looking at all would give.
use super::{Finding, rows};
use crate::{House, Problem, journal::Event, people::Registered};
use db::{Position, Tx};
use rules::{Agency, Date, Day, Level, MemberId, RegionCode, StageKind};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Recorded more days than this after it happened is late.
pub const LATE_DAYS: u16 = 30;
/// Beyond so many journal entries, looking at every record is quicker than looking at those touched.
const FAR: Position = 50_000;

/// What is remembered.
#[derive(Default)]
pub struct Remembered(Mutex<Records>);

/// Every record as at one journal position, by the position of its registration.
#[derive(Default)]
pub(super) struct Records {
    position: Position,
    pub all: BTreeMap<Position, Looked>,
    by_id: HashMap<MemberId, Position>,
}

/// A record as it was looked at.
#[expect(clippy::struct_excessive_bools, reason = "each finding by itself")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looked {
    pub id: MemberId,
    pub agency: Agency,
    pub office: RegionCode,
    /// The stages it reached, true at their index.
    pub reached: [bool; StageKind::ALL.len()],
    /// The last day on which something was done for the member.
    pub last_contact: Date,
    registered_on: Date,
    no_kelurahan: bool,
    odd_nik: bool,
    before_registration: bool,
    entered_late: bool,
}

/// Every record, as this look sees it, or later.
pub(super) fn records<'h>(
    tx: &mut Tx<'_>,
    house: &'h House,
) -> Result<MutexGuard<'h, Records>, Problem> {
    let seen = tx.chain()?.position;
    let mut records = house.quality.0.lock().unwrap_or_else(PoisonError::into_inner);
    if records.position < seen {
        let before = records.position;
        if before == 0 || seen - before > FAR {
            *records = Records::of_all(tx, seen)?;
        } else {
            records.catch_up(tx, seen)?;
        }
    }
    Ok(records)
}

impl Records {
    fn of_all(tx: &mut Tx<'_>, seen: Position) -> Result<Self, Problem> {
        let mut records = Self { position: seen, ..Self::default() };
        rows::members(tx, |member| {
            records.put(Looked::of(&member), member.0);
            Ok(())
        })?;
        rows::services(tx, |service| {
            if let Some(record) = records.of(service.0) {
                record.service(&service);
            }
            Ok(())
        })?;
        for (member, on) in rows::visits(tx)? {
            if let Some(record) = records.of(member) {
                record.last_contact = record.last_contact.max(on);
            }
        }
        for position in rows::warned(tx, Registered::ACT, seen)? {
            records.warn(position);
        }
        Ok(records)
    }

    /// Looks again at whom the entries since are about.
    fn catch_up(&mut self, tx: &mut Tx<'_>, seen: Position) -> Result<(), Problem> {
        let (mut touched, mut warned) = (BTreeSet::new(), Vec::new());
        tx.entries(self.position, seen - self.position, |entry| {
            touched.extend(entry.subject.map(MemberId));
            if entry.act == Registered::ACT && rows::is_warned(&entry.payload) {
                warned.push(entry.position);
            }
            Ok(())
        })?;
        for id in touched {
            self.look_again(tx, id)?;
        }
        for position in warned {
            self.warn(position);
        }
        self.position = seen;
        Ok(())
    }

    /// What an entry is about need not be a member: then there is no such record.
    fn look_again(&mut self, tx: &mut Tx<'_>, id: MemberId) -> Result<(), Problem> {
        let Some(member) = rows::member(tx, id)? else { return Ok(()) };
        let known = self.of(id).is_some_and(|record| record.odd_nik);
        let mut record = Looked { odd_nik: known, ..Looked::of(&member) };
        for service in rows::services_of(tx, id)? {
            record.service(&service);
        }
        if let Some(on) = rows::visit_of(tx, id)? {
            record.last_contact = record.last_contact.max(on);
        }
        self.put(record, member.0);
        Ok(())
    }

    fn put(&mut self, record: Looked, position: Position) {
        self.by_id.insert(record.id, position);
        self.all.insert(position, record);
    }

    fn of(&mut self, id: MemberId) -> Option<&mut Looked> {
        self.all.get_mut(self.by_id.get(&id)?)
    }

    fn warn(&mut self, position: Position) {
        if let Some(record) = self.all.get_mut(&position) {
            record.odd_nik = true;
        }
    }
}

impl Looked {
    fn of(member: &rows::Member) -> Self {
        let (_, id, agency, office, area, registered_on, recorded_at) = *member;
        let reached = StageKind::ALL.map(|stage| stage == StageKind::Registration);
        Self {
            id,
            agency,
            office,
            reached,
            last_contact: registered_on,
            registered_on,
            no_kelurahan: area.level() < Level::Kelurahan,
            odd_nik: false,
            before_registration: false,
            entered_late: late(registered_on, recorded_at.date()),
        }
    }

    fn service(&mut self, service: &rows::Service) {
        let (_, stage, state, occurred_on, recorded_at) = service;
        self.last_contact = self.last_contact.max(*occurred_on);
        if let Some(reached) = self.reached.get_mut(stage.index()) {
            *reached |= state == "completed";
        }
        self.before_registration |= *occurred_on < self.registered_on;
        self.entered_late |= late(*occurred_on, recorded_at.date());
    }

    /// Whether something looks wrong; without contact is who had none since a day.
    pub fn has(&self, finding: Finding, since: Date) -> bool {
        match finding {
            Finding::NoKelurahan => self.no_kelurahan,
            Finding::OddNik => self.odd_nik,
            Finding::BeforeRegistration => self.before_registration,
            Finding::NoContact => self.last_contact < since,
            Finding::EnteredLate => self.entered_late,
        }
    }
}

fn late(happened_on: Date, recorded_on: Date) -> bool {
    Day::of(recorded_on).0.saturating_sub(Day::of(happened_on).0) > LATE_DAYS
}
