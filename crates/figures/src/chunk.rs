//! A run of members read at once: who is in scope, and how far each has come.

use std::ops::Range;

use crate::days::{Order, begun};
use crate::scope::Scope;

/// How many members are read at once; what is kept of them stays in the processor's cache.
pub(crate) const CHUNK: usize = 2048;

/// What is known of the members of one run; those with other records are not in it.
pub(crate) struct Chunk {
    keep: [bool; CHUNK],
    open: [u8; CHUNK],
    // All of the width of a day, so that the processor reads eight members at a time.
    reached: [u16; CHUNK],
    latest: [u16; CHUNK],
    latest_on: [u16; CHUNK],
}

/// How far one member has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Progress {
    /// Stages reached, a bit each.
    pub reached: u8,
    /// Stages begun and not reached, a bit each.
    pub open: u8,
    /// The stage reached last.
    pub latest: u8,
}

impl Chunk {
    pub fn new() -> Self {
        Self {
            keep: [false; CHUNK],
            open: [0; CHUNK],
            reached: [0; CHUNK],
            latest: [0; CHUNK],
            latest_on: [0; CHUNK],
        }
    }

    /// Finds who is in scope.
    pub fn admit(&mut self, scope: &Scope<'_>, members: Range<usize>) {
        let keep = &mut self.keep[..members.len()];
        scope.admit(members.clone(), keep);
        for (keep, shared) in keep.iter_mut().zip(&scope.known.persons.shared()[members]) {
            *keep &= !shared;
        }
    }

    /// Finds how far each has come.
    pub fn read(&mut self, scope: &Scope<'_>, members: Range<usize>, order: Order) {
        self.read_completed(scope, members.clone(), order);
        let start = members.start;
        let bounds = narrow(members.start)..narrow(members.end);
        self.open[..members.len()].fill(0);
        for (member, started) in scope.known.firsts.started(bounds.clone()) {
            let index = member as usize - start;
            self.open[index] = begun(started, scope.as_at) & !low(self.reached[index]);
        }
        for (member, days) in scope.known.differing(bounds) {
            let index = *member as usize - start;
            self.reached[index] = days.reached(scope.as_at).into();
            self.open[index] = days.open(scope.as_at);
            self.latest[index] = days.latest(scope.as_at, order).into();
        }
    }

    fn read_completed(&mut self, scope: &Scope<'_>, members: Range<usize>, order: Order) {
        let length = members.len();
        let reached = &mut self.reached[..length];
        let latest = &mut self.latest[..length];
        let latest_on = &mut self.latest_on[..length];
        reached.fill(0);
        latest_on.fill(0);
        for (stage, code) in order.stages() {
            let days = &scope.column(stage)[members.clone()];
            for index in 0..length {
                let day = days[index];
                let is_reached = day <= scope.as_at;
                let is_latest = is_reached && day >= latest_on[index];
                reached[index] |= u16::from(is_reached) << stage;
                latest[index] = if is_latest { code.into() } else { latest[index] };
                latest_on[index] = if is_latest { day } else { latest_on[index] };
            }
        }
    }

    pub fn keeps(&self, index: usize) -> bool {
        self.keep[index]
    }

    /// Whether anyone is in scope.
    pub fn keeps_any(&self, length: usize) -> bool {
        self.keep[..length].contains(&true)
    }

    /// Leaves out those that the test does not pass.
    pub fn retain(&mut self, length: usize, test: impl Fn(usize) -> bool) {
        for (index, keep) in self.keep[..length].iter_mut().enumerate() {
            *keep = *keep && test(index);
        }
    }

    pub fn progress(&self, index: usize) -> Progress {
        Progress {
            reached: low(self.reached[index]),
            open: self.open[index],
            latest: low(self.latest[index]),
        }
    }
}

/// Stages and sets of stages fit in a byte.
fn low(word: u16) -> u8 {
    word.to_le_bytes()[0]
}

/// An index as members are numbered; it fits, because positions do.
pub(crate) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
