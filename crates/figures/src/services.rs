//! The services, with a chain from each member through its own.

use std::collections::HashMap;

use crate::column::{memory_bytes, push};
use crate::days::Days;
use crate::fact::{Service, State};
use crate::positions::Positions;

const STAGE: u8 = 0b0000_0111;
const STARTED: u8 = 0b0000_1000;
const VOIDED: u8 = 0b0001_0000;
/// Ends a chain.
const NONE: u32 = u32::MAX;

/// All services in the order of their positions; an index is a service's place here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Services {
    pub positions: Positions,
    member: Vec<u32>,
    day: Vec<u16>,
    kind: Vec<u8>,
    /// The same member's service before this one.
    previous: Vec<u32>,
    /// Each member's newest service.
    newest: Vec<u32>,
    /// Position and service of each void, in order.
    voids: Vec<(u32, u32)>,
    voided_at: HashMap<u32, u32>,
}

/// One service, as a first day is made from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given {
    pub member: u32,
    pub stage: usize,
    pub day: u16,
    pub state: State,
}

impl Services {
    pub fn push_member(&mut self) {
        push(&mut self.newest, NONE);
    }

    pub fn push(&mut self, service: &Service, member: u32) {
        let index = self.positions.len();
        let started = if service.state == State::Started { STARTED } else { 0 };
        self.positions.push(service.position);
        push(&mut self.member, member);
        push(&mut self.day, service.occurred_on);
        push(&mut self.kind, service.stage & STAGE | started);
        push(&mut self.previous, self.newest[member as usize]);
        self.newest[member as usize] = index;
    }

    pub fn is_voided(&self, service: u32) -> bool {
        self.kind[service as usize] & VOIDED != 0
    }

    /// Takes the service back and says whose it was.
    pub fn void(&mut self, service: u32, position: u32) -> u32 {
        self.kind[service as usize] |= VOIDED;
        self.voided_at.insert(service, position);
        push(&mut self.voids, (position, service));
        self.member[service as usize]
    }

    /// The service, unless it was taken back by then.
    pub fn standing(&self, service: u32, known: u32) -> Option<Given> {
        let index = service as usize;
        let kind = self.kind[index];
        let voided =
            kind & VOIDED != 0 && self.voided_at.get(&service).is_some_and(|at| *at <= known);
        (!voided).then(|| Given {
            member: self.member[index],
            stage: usize::from(kind & STAGE),
            day: self.day[index],
            state: if kind & STARTED == 0 { State::Completed } else { State::Started },
        })
    }

    /// A member's first days as known then.
    pub fn days_of(&self, member: u32, known: u32, registered_on: u16) -> Days {
        let mut days = Days::registered_on(registered_on);
        let mut service = self.newest[member as usize];
        while service != NONE {
            if self.positions.get(service as usize) <= known
                && let Some(given) = self.standing(service, known)
            {
                days.note(&given);
            }
            service = self.previous[service as usize];
        }
        days
    }

    /// How many services and voids came later than that.
    pub fn count_after(&self, known: u32) -> usize {
        self.member.len() - self.positions.count_to(known) + self.voids_after(known).len()
    }

    /// The members whose services or voids came later than that.
    pub fn touched_after(&self, known: u32) -> impl Iterator<Item = u32> {
        let given = &self.member[self.positions.count_to(known)..];
        let voids = self.voids_after(known).iter();
        given.iter().copied().chain(voids.map(|(_, service)| self.member[*service as usize]))
    }

    fn voids_after(&self, known: u32) -> &[(u32, u32)] {
        &self.voids[self.voids.partition_point(|(position, _)| *position <= known)..]
    }

    pub fn reserve(&mut self, members: usize, more: usize) {
        self.positions.reserve(more);
        self.member.reserve_exact(more);
        self.day.reserve_exact(more);
        self.kind.reserve_exact(more);
        self.previous.reserve_exact(more);
        self.newest.reserve_exact(members);
    }

    pub fn memory_bytes(&self) -> usize {
        self.positions.memory_bytes()
            + memory_bytes(&self.member)
            + memory_bytes(&self.day)
            + memory_bytes(&self.kind)
            + memory_bytes(&self.previous)
            + memory_bytes(&self.newest)
            + memory_bytes(&self.voids)
            + self.voided_at.capacity() * 9
    }
}
