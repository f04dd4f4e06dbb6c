//! Finds the place in a column of a journal position.

use crate::column::{memory_bytes, push};

/// Positions that lie between two entries of the directory.
const STEP: u32 = 8;

/// Increasing positions, with a directory so that a search looks at few of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Positions {
    values: Vec<u32>,
    /// For each block of 256 positions, how many positions lie before it.
    before: Vec<u32>,
}

impl Positions {
    /// The position must be greater than all before.
    pub fn push(&mut self, position: u32) {
        let block = block(position);
        let before = self.len();
        while self.before.len() <= block {
            push(&mut self.before, before);
        }
        push(&mut self.values, position);
    }

    /// Fits, because positions are distinct and of 32 bits.
    pub fn len(&self) -> u32 {
        u32::try_from(self.values.len()).unwrap_or(u32::MAX)
    }

    pub fn get(&self, index: usize) -> u32 {
        self.values[index]
    }

    pub fn values(&self) -> &[u32] {
        &self.values
    }

    /// How many are at or before the position.
    pub fn count_to(&self, position: u32) -> usize {
        let block = block(position);
        let Some(low) = self.before.get(block) else { return self.values.len() };
        let high = self.before.get(block + 1).map_or(self.values.len(), |high| *high as usize);
        let low = *low as usize;
        low + self.values[low..high].partition_point(|at| *at <= position)
    }

    /// The index of that very position.
    pub fn index_of(&self, position: u32) -> Option<u32> {
        let index = self.count_to(position).checked_sub(1)?;
        if self.values[index] == position { u32::try_from(index).ok() } else { None }
    }

    pub fn reserve(&mut self, more: usize) {
        self.values.reserve_exact(more);
    }

    pub fn memory_bytes(&self) -> usize {
        memory_bytes(&self.values) + memory_bytes(&self.before)
    }
}

fn block(position: u32) -> usize {
    (position >> STEP) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_is_found_and_no_other() {
        let mut positions = Positions::default();
        let held = [0, 1, 5, 255, 256, 700, 9_000, 9_001];
        for position in held {
            positions.push(position);
        }
        for position in 0..10_000 {
            let before = held.iter().filter(|at| **at <= position).count();
            assert_eq!(positions.count_to(position), before, "at {position}");
            let index = held.iter().position(|at| *at == position);
            assert_eq!(positions.index_of(position).map(|index| index as usize), index);
        }
    }
}
