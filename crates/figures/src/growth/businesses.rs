//! The businesses, a column for each attribute.

use super::fact::{Business, Move, Place};
use super::moves::Places;
use crate::column::{Column, memory_bytes, push};
use crate::days::NEVER;
use crate::positions::Positions;
use crate::question::UNMAPPED;

/// All businesses in the order of their positions; an index is a business's place here.
#[derive(Debug, Clone, Default)]
pub(super) struct Businesses {
    pub positions: Positions,
    pub agency: Column<u8>,
    /// The day; corrected by moves as of day 0.
    pub registered_on: Places,
    pub area: Places,
    pub office: Places,
    /// UNMAPPED for no mentor.
    pub mentor: Places,
    /// The month growth is counted from; NEVER where none is marked.
    pub baseline: Vec<u16>,
}

impl Businesses {
    pub fn push(&mut self, business: &Business) {
        self.positions.push(business.position);
        self.agency.push(business.agency);
        self.registered_on.push(business.registered_on);
        self.area.push(business.area);
        self.office.push(business.office);
        self.mentor.push(business.mentor.unwrap_or(UNMAPPED));
        push(&mut self.baseline, NEVER);
    }

    pub fn move_to(&mut self, index: u32, moved: &Move) {
        let Move { position, on, to, .. } = *moved;
        match to {
            Place::Area(area) => self.area.move_to(position, index, on, area),
            Place::Office(office) => self.office.move_to(position, index, on, office),
            Place::Mentor(mentor) => {
                self.mentor.move_to(position, index, on, mentor.unwrap_or(UNMAPPED));
            }
            Place::Registered(day) => self.registered_on.move_to(position, index, on, day),
        }
    }

    pub fn len(&self) -> usize {
        self.positions.values().len()
    }

    pub fn memory_bytes(&self) -> usize {
        self.positions.memory_bytes()
            + self.agency.memory_bytes()
            + self.registered_on.memory_bytes()
            + self.area.memory_bytes()
            + self.office.memory_bytes()
            + self.mentor.memory_bytes()
            + memory_bytes(&self.baseline)
    }
}
