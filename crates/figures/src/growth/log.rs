//! What stood before each change, so that the past can be brought back.

use super::months::Months;
use super::page::Cell;
use crate::column::{memory_bytes, push};

/// Where nothing stood before; nearly always so, because few months are measured twice.
const NOTHING: u32 = u32::MAX;

/// The changes in the order of their positions.
#[derive(Debug, Clone, Default)]
pub(super) struct Log {
    positions: Vec<u32>,
    business: Vec<u32>,
    month: Vec<u16>,
    /// Index of what stood before.
    before: Vec<u32>,
    cells: Vec<Cell>,
    baselines: Vec<Marked>,
}

/// A baseline that was put elsewhere, and where it was.
#[derive(Debug, Clone, Copy)]
struct Marked {
    position: u32,
    business: u32,
    from: u16,
}

impl Log {
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    pub fn note(&mut self, position: u32, business: u32, month: u16, before: Cell) {
        push(&mut self.positions, position);
        push(&mut self.business, business);
        push(&mut self.month, month);
        let is_first = before == Cell::EMPTY;
        let index =
            if is_first { NOTHING } else { u32::try_from(self.cells.len()).unwrap_or(NOTHING) };
        push(&mut self.before, index);
        if !is_first {
            push(&mut self.cells, before);
        }
    }

    pub fn note_baseline(&mut self, position: u32, business: u32, from: u16) {
        push(&mut self.baselines, Marked { position, business, from });
    }

    /// Whether anything changed after the position.
    pub fn changed_after(&self, position: u32) -> bool {
        self.positions.last().is_some_and(|last| *last > position)
    }

    /// Undoes what came later than the position, newest first; of later months nobody asks.
    pub fn undo(&self, position: u32, last_month: u16, months: &mut Months, baseline: &mut [u16]) {
        let until = self.positions.partition_point(|at| *at <= position);
        let later = (until..self.positions.len()).rev();
        for at in later.filter(|at| self.month[*at] <= last_month) {
            let before = self.before[at];
            let cell = if before == NOTHING { Cell::EMPTY } else { self.cells[before as usize] };
            months.replace(self.business[at], self.month[at], cell);
        }
        for marked in self.baselines.iter().rev().take_while(|marked| marked.position > position) {
            baseline[marked.business as usize] = marked.from;
        }
    }

    pub fn memory_bytes(&self) -> usize {
        memory_bytes(&self.positions)
            + memory_bytes(&self.business)
            + memory_bytes(&self.month)
            + memory_bytes(&self.before)
            + memory_bytes(&self.cells)
            + memory_bytes(&self.baselines)
    }
}
