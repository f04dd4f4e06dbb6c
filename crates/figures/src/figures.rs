//! All that is counted.

use crate::ask::{StagesOf, StagesPart};
use crate::changes::Changes;
use crate::curve::{CurveOf, CurvePart};
use crate::firsts::Firsts;
use crate::flow::FlowPart;
use crate::kept::{Kept, Touched};
use crate::members::Members;
use crate::persons::Persons;
use crate::question::Question;
use crate::services::Services;

/// The facts counted so far, in columns.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    pub(crate) position: Option<u32>,
    pub(crate) members: Members,
    pub(crate) services: Services,
    pub(crate) firsts: Firsts,
    pub(crate) persons: Persons,
    pub(crate) moves: Vec<PersonMove>,
    pub(crate) changes: Changes,
    pub(crate) touched: Touched,
    pub(crate) kept: Counts,
}

/// What was counted of the questions asked last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    pub stages: Kept<StagesOf, StagesPart>,
    pub curves: Kept<CurveOf, CurvePart>,
    pub flows: Kept<Question, FlowPart>,
}

/// A member that was made another person's record, and where it was before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PersonMove {
    pub position: u32,
    pub member: u32,
    pub from: Option<u32>,
}

impl Figures {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The position of the last fact counted; none before the first.
    pub fn position(&self) -> Option<u32> {
        self.position
    }

    /// How many registrations are counted, each agency's record for itself.
    pub fn members(&self) -> usize {
        self.members.positions.values().len()
    }

    /// How many services are counted, those taken back included.
    pub fn services(&self) -> usize {
        self.services.positions.values().len()
    }

    /// What the columns and the counts kept hold, about.
    pub fn memory_bytes(&self) -> usize {
        self.members.memory_bytes()
            + self.services.memory_bytes()
            + self.firsts.memory_bytes()
            + self.persons.memory_bytes()
            + crate::column::memory_bytes(&self.moves)
            + self.changes.memory_bytes()
            + self.kept.stages.memory_bytes()
            + self.kept.curves.memory_bytes()
            + self.kept.flows.memory_bytes()
    }
}
