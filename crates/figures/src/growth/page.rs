//! One month of many businesses side by side.

use super::fact::Measurement;
use crate::chunk::CHUNK;
use crate::days::NEVER;

/// Stands for an amount that was not told.
pub(super) const MISSING: u64 = u64::MAX;

const NOT_COUNTED: u32 = u32::MAX;

/// What stands for a month of as many businesses as are read at once.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub turnover: [u64; CHUNK],
    pub assets: [u64; CHUNK],
    workers: [u32; CHUNK],
    /// NEVER where nothing stands.
    pub measured_on: [u16; CHUNK],
}

/// What stands for one month of one business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    turnover: u64,
    assets: u64,
    workers: u32,
    measured_on: u16,
}

impl Cell {
    pub const EMPTY: Self =
        Self { turnover: MISSING, assets: MISSING, workers: NOT_COUNTED, measured_on: NEVER };

    pub fn of(measurement: &Measurement) -> Self {
        Self {
            turnover: measurement.turnover.unwrap_or(MISSING),
            assets: measurement.assets.unwrap_or(MISSING),
            workers: measurement.workers.unwrap_or(NOT_COUNTED),
            measured_on: measurement.measured_on,
        }
    }
}

impl Page {
    pub const EMPTY: Self = Self {
        turnover: [MISSING; CHUNK],
        assets: [MISSING; CHUNK],
        workers: [NOT_COUNTED; CHUNK],
        measured_on: [NEVER; CHUNK],
    };

    pub fn cell(&self, at: usize) -> Cell {
        Cell {
            turnover: self.turnover[at],
            assets: self.assets[at],
            workers: self.workers[at],
            measured_on: self.measured_on[at],
        }
    }

    pub fn set(&mut self, at: usize, cell: Cell) {
        self.turnover[at] = cell.turnover;
        self.assets[at] = cell.assets;
        self.workers[at] = cell.workers;
        self.measured_on[at] = cell.measured_on;
    }

    /// The workers of one business, in the width of amounts.
    pub fn workers(&self, at: usize) -> u64 {
        widened(self.workers[at])
    }

    /// The workers of all businesses.
    pub fn all_workers(&self) -> &[u32; CHUNK] {
        &self.workers
    }
}

/// A count of workers in the width of amounts.
pub(super) fn widened(workers: u32) -> u64 {
    if workers == NOT_COUNTED { MISSING } else { workers.into() }
}
