//! A run of members read at once: who is in scope, and how far each has come.

use std::ops::Range;

use crate::days::{Days, Order, STAGES, begun};
use crate::question::Measure;
use crate::scope::Scope;

/// How many members are read at once; what is kept of them stays in the processor's cache.
pub(crate) const CHUNK: usize = 2048;

/// What is known of the members of one run.
pub(crate) struct Chunk {
    /// Who is in scope and a person of its own.
    keep: [bool; CHUNK],
    /// Whom the measure counts, of those.
    counted: [bool; CHUNK],
    /// Who is in scope and has, or had, other records; by place in the run.
    clustered: Vec<usize>,
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

impl Progress {
    pub fn of(days: &Days, as_at: u16, order: Order) -> Self {
        Self {
            reached: days.reached(as_at),
            open: days.open(as_at),
            latest: days.latest(as_at, order),
        }
    }
}

impl Chunk {
    pub fn new() -> Self {
        Self {
            keep: [false; CHUNK],
            counted: [false; CHUNK],
            clustered: Vec::new(),
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
        let clustered = scope.known.persons.clustered(members);
        self.clustered.clear();
        self.clustered.extend(clustered.filter(|index| std::mem::take(&mut keep[*index])));
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

    /// Finds whom the measure counts, reading no more than it asks for.
    pub fn count(
        &mut self,
        scope: &Scope<'_>,
        members: Range<usize>,
        order: Order,
        measure: Measure,
    ) -> &[bool] {
        let length = members.len();
        match measure {
            Measure::Registered => self.counted[..length].copy_from_slice(&self.keep[..length]),
            Measure::Reached(stage)
            | Measure::Open(stage)
            | Measure::At(stage)
            | Measure::First(stage, _)
            | Measure::Without(stage, _)
                if usize::from(stage) >= STAGES =>
            {
                self.counted[..length].fill(false);
            }
            Measure::Reached(stage) => {
                self.read_reached(scope, members, stage);
                self.counts(length, |chunk, index| low(chunk.reached[index]) >> stage & 1 == 1);
            }
            Measure::Open(stage) => {
                self.read(scope, members, order);
                self.counts(length, |chunk, index| chunk.open[index] >> stage & 1 == 1);
            }
            Measure::At(stage) => {
                self.read(scope, members, order);
                self.counts(length, |chunk, index| low(chunk.latest[index]) == stage);
            }
            Measure::First(stage, from) => {
                self.read_reached(scope, members.clone(), stage);
                self.drop_earlier(scope, members, stage, from);
                self.counts(length, |chunk, index| low(chunk.reached[index]) >> stage & 1 == 1);
            }
            Measure::Without(stage, other) => {
                self.read(scope, members, order);
                let wanted = |reached: u8| has(reached, stage) && !has(reached, other);
                self.counts(length, |chunk, index| wanted(low(chunk.reached[index])));
            }
        }
        &self.counted[..length]
    }

    fn counts(&mut self, length: usize, is_counted: impl Fn(&Self, usize) -> bool) {
        for index in 0..length {
            self.counted[index] = self.keep[index] & is_counted(self, index);
        }
    }

    fn read_reached(&mut self, scope: &Scope<'_>, members: Range<usize>, stage: u8) {
        let reached = &mut self.reached[..members.len()];
        reached.fill(0);
        let days = &scope.column(stage.into())[members.clone()];
        mark_reached(reached, days, scope.as_at, 1 << stage);
        for (member, days) in scope.known.differing(narrow(members.start)..narrow(members.end)) {
            reached[*member as usize - members.start] = days.reached(scope.as_at).into();
        }
    }

    /// Of those who reached the stage, only who did not before a day.
    fn drop_earlier(&mut self, scope: &Scope<'_>, members: Range<usize>, stage: u8, from: u16) {
        let days = &scope.column(stage.into())[members.clone()];
        for (reached, day) in self.reached.iter_mut().zip(days) {
            *reached = if *day < from { 0 } else { *reached };
        }
        for (member, days) in scope.known.differing(narrow(members.start)..narrow(members.end)) {
            let early = days.completed[usize::from(stage)] < from;
            let reached = if early { 0 } else { days.reached(scope.as_at).into() };
            self.reached[*member as usize - members.start] = reached;
        }
    }

    fn read_completed(&mut self, scope: &Scope<'_>, members: Range<usize>, order: Order) {
        let length = members.len();
        let reached = &mut self.reached[..length];
        let latest = &mut self.latest[..length];
        let latest_on = &mut self.latest_on[..length];
        reached.fill(0);
        latest.fill(0);
        latest_on.fill(0);
        for (stage, code) in order.stages() {
            let days = &scope.column(stage)[members.clone()];
            mark_reached(reached, days, scope.as_at, 1 << stage);
            advance(latest, latest_on, days, scope.as_at, code.into());
        }
    }

    pub fn keeps(&self, index: usize) -> bool {
        self.keep[index]
    }

    /// Whether nobody is in scope.
    pub fn is_empty(&self, length: usize) -> bool {
        self.clustered.is_empty() && !self.keep[..length].contains(&true)
    }

    /// Those in scope who have, or had, other records; by place in the run.
    pub fn clustered(&self) -> &[usize] {
        &self.clustered
    }

    /// Gives one stage's first day of each person of one record in scope.
    pub fn for_each_day(
        &self,
        scope: &Scope<'_>,
        members: Range<usize>,
        stage: usize,
        mut each: impl FnMut(u16),
    ) {
        let differing = scope.known.differing(narrow(members.start)..narrow(members.end));
        let mut differing = differing.iter().peekable();
        for (index, day) in scope.column(stage)[members.clone()].iter().enumerate() {
            let other = differing.next_if(|(member, _)| *member as usize == members.start + index);
            if self.keep[index] {
                each(other.map_or(*day, |(_, days)| days.completed[stage]));
            }
        }
    }

    /// Those kept whose first days are not in the columns, by place in the run; kept no longer.
    pub fn take_differing(&mut self, scope: &Scope<'_>, members: Range<usize>) -> Vec<usize> {
        let differing = scope.known.differing(narrow(members.start)..narrow(members.end));
        let places = differing.iter().map(|(member, _)| *member as usize - members.start);
        places.filter(|index| std::mem::take(&mut self.keep[*index])).collect()
    }

    /// Gives the set of stages reached, a bit each, of everyone kept whose first days are in the columns.
    pub fn for_each_set(
        &mut self,
        scope: &Scope<'_>,
        members: Range<usize>,
        mut each: impl FnMut(u8),
    ) {
        let reached = &mut self.reached[..members.len()];
        reached.fill(0);
        for stage in 0..STAGES {
            mark_reached(reached, &scope.column(stage)[members.clone()], scope.as_at, 1 << stage);
        }
        for (set, keep) in reached.iter().zip(&self.keep) {
            if *keep {
                each(low(*set));
            }
        }
    }

    /// Gives the days from registration to the stage of everyone kept whose first days are in the columns.
    pub fn for_each_wait(
        &self,
        scope: &Scope<'_>,
        members: Range<usize>,
        stage: usize,
        mut each: impl FnMut(u16),
    ) {
        let registered = &scope.column(0)[members.clone()];
        let reached = &scope.column(stage)[members];
        for ((from, day), keep) in registered.iter().zip(reached).zip(&self.keep) {
            if *keep && *day <= scope.as_at {
                each(day.saturating_sub(*from));
            }
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

// Apart from each other and without branches, so that they become vector instructions.

/// Adds the stage to the sets of those who reached it.
#[inline(never)]
fn mark_reached(reached: &mut [u16], days: &[u16], as_at: u16, stage: u16) {
    for (reached, day) in reached.iter_mut().zip(days) {
        *reached |= if *day <= as_at { stage } else { 0 };
    }
}

/// Makes the stage the latest of those who reached it on the same day as the latest, or after.
#[inline(never)]
fn advance(latest: &mut [u16], latest_on: &mut [u16], days: &[u16], as_at: u16, stage: u16) {
    for ((latest, latest_on), day) in latest.iter_mut().zip(latest_on).zip(days) {
        // One more than the day, so that 0 is before all days; none is as late as not to have a next.
        let come = if *day <= as_at { day.wrapping_add(1) } else { 0 };
        *latest = if come >= *latest_on { stage } else { *latest };
        *latest_on = come.max(*latest_on);
    }
}

/// Whether a stage is in a set of them.
pub(crate) fn has(stages: u8, stage: u8) -> bool {
    stage < 8 && stages >> stage & 1 == 1
}

/// Stages and sets of stages fit in a byte.
fn low(word: u16) -> u8 {
    word.to_le_bytes()[0]
}

/// An index as members are numbered; it fits, because positions do.
pub(crate) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
