//! Adding up persons by cell.

use std::collections::HashMap;

use crate::answer::Group;
use crate::axes::Axes;
use crate::chunk::{Progress, narrow};
use crate::column::memory_bytes;
use crate::days::STAGES;

/// Up to so many possible cells each has a place of its own in a table.
const DENSE: usize = 1 << 22;

/// Room for so many cells is set aside at once, so that few questions ever move them.
const ROOM: usize = 1 << 18;

/// The counts of the cells that hold someone.
#[derive(Debug)]
pub(crate) struct Tally {
    places: Places,
    /// The number of the cell at each place.
    numbers: Vec<usize>,
    cells: Vec<Cell>,
    /// The place of each person who has begun something, and what; few have.
    open: Vec<(u32, u8)>,
}

/// Where the counts of a cell are.
#[derive(Debug)]
enum Places {
    /// By cell, one more than the place; 0 for a cell without counts.
    Dense(Vec<u32>),
    Sparse(HashMap<usize, u32>),
}

/// The counts of one cell by stage, in one line of the processor's cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Cell {
    reached: [u32; 8],
    at: [u32; 8],
}

impl Tally {
    pub fn new(cells: usize) -> Self {
        let places = if cells <= DENSE {
            Places::Dense(vec![0; cells])
        } else {
            Places::Sparse(HashMap::new())
        };
        let room = cells.min(ROOM);
        Self {
            places,
            numbers: Vec::with_capacity(room),
            cells: Vec::with_capacity(room),
            open: Vec::new(),
        }
    }

    /// Counts one person in a cell.
    pub fn count(&mut self, number: usize, progress: Progress) {
        let place = self.place(number);
        let cell = &mut self.cells[place as usize];
        add(&mut cell.reached, ONES[usize::from(progress.reached)]);
        cell.at[usize::from(progress.latest)] += 1;
        if progress.open != 0 {
            self.open.push((place, progress.open));
        }
    }

    /// Adds the counts of another part of the work.
    pub fn and(mut self, other: &Self) -> Self {
        for (cell, number) in other.cells.iter().zip(&other.numbers) {
            let place = self.place(*number);
            add(&mut self.cells[place as usize].reached, cell.reached);
            add(&mut self.cells[place as usize].at, cell.at);
        }
        for (place, open) in &other.open {
            let place = self.place(other.numbers[*place as usize]);
            self.open.push((place, *open));
        }
        self
    }

    /// All cells in one, for persons who are in one cell only.
    pub fn sum(&self) -> Group {
        let mut sum = Group::default();
        for cell in &self.cells {
            cell.add_to(&mut sum);
        }
        for (_, open) in &self.open {
            add_open(&mut sum, *open);
        }
        sum
    }

    /// The cells with their keys, in order.
    pub fn groups(&self, axes: &Axes<'_>) -> Vec<Group> {
        let mut group_at = vec![0; self.cells.len()];
        let mut groups = Vec::with_capacity(self.cells.len());
        for place in self.places_in_order() {
            let mut group = Group { key: axes.key(self.numbers[place]), ..Group::default() };
            self.cells[place].add_to(&mut group);
            group_at[place] = groups.len();
            groups.push(group);
        }
        for (place, open) in &self.open {
            add_open(&mut groups[group_at[*place as usize]], *open);
        }
        groups
    }

    /// What it holds, about.
    pub fn memory_bytes(&self) -> usize {
        let places = match &self.places {
            Places::Dense(places) => memory_bytes(places),
            Places::Sparse(places) => places.capacity() * 16,
        };
        places + memory_bytes(&self.numbers) + memory_bytes(&self.cells) + memory_bytes(&self.open)
    }

    fn places_in_order(&self) -> Vec<usize> {
        match &self.places {
            Places::Dense(places) => {
                let filled = places.iter().filter(|entry| **entry != 0);
                filled.map(|entry| *entry as usize - 1).collect()
            }
            Places::Sparse(_) => {
                let mut places: Vec<usize> = (0..self.numbers.len()).collect();
                places.sort_unstable_by_key(|place| self.numbers[*place]);
                places
            }
        }
    }

    fn place(&mut self, number: usize) -> u32 {
        let entry = match &mut self.places {
            Places::Dense(places) => &mut places[number],
            Places::Sparse(places) => places.entry(number).or_insert(0),
        };
        if *entry == 0 {
            self.numbers.push(number);
            self.cells.push(Cell { reached: [0; 8], at: [0; 8] });
            *entry = narrow(self.cells.len());
        }
        *entry - 1
    }
}

impl Cell {
    fn add_to(&self, group: &mut Group) {
        group.persons += u64::from(self.reached[0]);
        for stage in 0..STAGES {
            group.reached[stage] += u64::from(self.reached[stage]);
            group.at[stage] += u64::from(self.at[stage]);
        }
    }
}

fn add_open(group: &mut Group, open: u8) {
    for stage in 0..STAGES {
        group.open[stage] += u64::from(open >> stage & 1);
    }
}

fn add(counts: &mut [u32; 8], more: [u32; 8]) {
    *counts = std::array::from_fn(|at| counts[at] + more[at]);
}

/// For each set of stages, a one where a stage is in it.
static ONES: [[u32; 8]; 256] = ones();

const fn ones() -> [[u32; 8]; 256] {
    let mut table = [[0; 8]; 256];
    let mut set = 0;
    while set < 256 {
        let mut stage = 0;
        while stage < 8 {
            if set >> stage & 1 == 1 {
                table[set][stage] = 1;
            }
            stage += 1;
        }
        set += 1;
    }
    table
}
