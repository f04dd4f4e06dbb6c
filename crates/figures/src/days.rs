//! The first day of each stage: of one record, or of a person over several.

use crate::fact::State;
use crate::services::Given;

/// How many stages there are; 0 is registration.
pub const STAGES: usize = 7;

/// Stands for a day that has not come; no fact may carry it.
pub(crate) const NEVER: u16 = u16::MAX;

/// Room for the stages and one more, which stays empty: eight are compared in one instruction.
pub(crate) const LANES: usize = 8;

/// First days by stage, completed and begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub completed: [u16; LANES],
    pub started: [u16; LANES],
}

impl Days {
    pub const NONE: Self = Self { completed: [NEVER; LANES], started: [NEVER; LANES] };

    pub fn registered_on(day: u16) -> Self {
        let mut days = Self::NONE;
        days.completed[0] = day;
        days
    }

    /// Takes one more service into account.
    pub fn note(&mut self, given: &Given) {
        let days = match given.state {
            State::Completed => &mut self.completed,
            State::Started => &mut self.started,
        };
        days[given.stage] = days[given.stage].min(given.day);
    }

    /// The first days of a person who has both records.
    pub fn and(&self, other: &Self) -> Self {
        Self {
            completed: earlier(&self.completed, &other.completed),
            started: earlier(&self.started, &other.started),
        }
    }

    /// The stages reached by that day, a bit each.
    pub fn reached(&self, as_at: u16) -> u8 {
        begun(&self.completed, as_at)
    }

    /// The stages begun by that day and not reached, a bit each.
    pub fn open(&self, as_at: u16) -> u8 {
        begun(&self.started, as_at) & !self.reached(as_at)
    }

    /// The stage reached last by that day; of two on one day the later one in the order.
    pub fn latest(&self, as_at: u16, order: Order) -> u8 {
        let mut last = 0;
        for stage in 0..STAGES {
            let day = self.completed[stage];
            // One more than the day, so that 0 is before all days.
            let come = if day <= as_at { u32::from(day) + 1 } else { 0 };
            last = last.max(come << 3 | order.ranks[stage]);
        }
        order.stages[last as usize & 7]
    }
}

fn earlier(left: &[u16; LANES], right: &[u16; LANES]) -> [u16; LANES] {
    std::array::from_fn(|stage| left[stage].min(right[stage]))
}

/// The stages whose day has come, a bit each.
pub(crate) fn begun(days: &[u16; LANES], as_at: u16) -> u8 {
    days.iter().rev().fold(0, |stages, day| stages << 1 | u8::from(*day <= as_at))
}

/// The scheme's order of the stages, each of them once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order {
    stages: [u8; LANES],
    /// The place of each stage among them.
    ranks: [u32; LANES],
}

impl Order {
    /// A stage that is not named counts as earlier than those that are.
    pub fn of(named: [u8; STAGES]) -> Self {
        let mut stages = [0, 1, 2, 3, 4, 5, 6, 7];
        stages[..STAGES].sort_by_key(|stage| named.iter().position(|at| at == stage));
        let mut ranks = [0; LANES];
        for (rank, stage) in (0..).zip(stages) {
            ranks[usize::from(stage)] = rank;
        }
        Self { stages, ranks }
    }

    /// The stages from first to last, as an index and as a code.
    pub fn stages(self) -> impl Iterator<Item = (usize, u8)> {
        self.stages.into_iter().take(STAGES).map(|stage| (usize::from(stage), stage))
    }
}
