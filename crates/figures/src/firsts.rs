//! The first days of every member's stages, so that most questions need not look at services.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::column::{memory_bytes, push};
use crate::days::{Days, LANES, NEVER, STAGES};
use crate::fact::State;
use crate::services::{Given, Services};

/// First days by member: completed ones in columns, begun ones (few) beside them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Firsts {
    /// One column a stage; that of registration is empty, the members have it.
    completed: [Vec<u16>; STAGES],
    started: BTreeMap<u32, [u16; LANES]>,
    /// By member, whether it is among the started: a search in them costs more than the rest.
    has_started: Vec<bool>,
}

impl Firsts {
    /// The first days as known at a position, from all services up to it.
    pub fn as_known(services: &Services, known: u32, members: usize) -> Self {
        let mut firsts = Self::default();
        for column in &mut firsts.completed[1..] {
            *column = vec![NEVER; members];
        }
        firsts.has_started = vec![false; members];
        let until = services.positions.count_to(known);
        for service in (0..services.positions.len()).take(until) {
            if let Some(given) = services.standing(service, known) {
                firsts.note(&given);
            }
        }
        firsts
    }

    pub fn push_member(&mut self) {
        for column in &mut self.completed[1..] {
            push(column, NEVER);
        }
        push(&mut self.has_started, false);
    }

    /// Takes one more service into account.
    pub fn note(&mut self, given: &Given) {
        let day = match given.state {
            State::Completed => &mut self.completed[given.stage][given.member as usize],
            State::Started => {
                self.has_started[given.member as usize] = true;
                &mut self.started.entry(given.member).or_insert([NEVER; LANES])[given.stage]
            }
        };
        *day = given.day.min(*day);
    }

    /// Replaces a member's first days, as after a void.
    pub fn set(&mut self, member: u32, days: &Days) {
        for stage in 1..STAGES {
            self.completed[stage][member as usize] = days.completed[stage];
        }
        self.has_started[member as usize] = days.started != [NEVER; LANES];
        if days.started == [NEVER; LANES] {
            self.started.remove(&member);
        } else {
            self.started.insert(member, days.started);
        }
    }

    pub fn days_of(&self, member: u32, registered_on: u16) -> Days {
        let mut days = Days::registered_on(registered_on);
        for stage in 1..STAGES {
            days.completed[stage] = self.completed[stage][member as usize];
        }
        if self.has_started[member as usize]
            && let Some(started) = self.started.get(&member)
        {
            days.started = *started;
        }
        days
    }

    /// One stage of many members; not for registration.
    pub fn completed(&self, stage: usize) -> &[u16] {
        &self.completed[stage]
    }

    /// Those of the members who began something.
    pub fn started(&self, members: Range<u32>) -> impl Iterator<Item = (u32, &[u16; LANES])> {
        self.started.range(members).map(|(member, days)| (*member, days))
    }

    pub fn reserve(&mut self, members: usize) {
        for column in &mut self.completed[1..] {
            column.reserve_exact(members);
        }
        self.has_started.reserve_exact(members);
    }

    pub fn memory_bytes(&self) -> usize {
        self.completed.iter().map(memory_bytes).sum::<usize>()
            + memory_bytes(&self.has_started)
            + self.started.len() * 24
    }
}
