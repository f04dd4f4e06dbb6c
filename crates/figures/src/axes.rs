//! The groups of a question: a number for each member's cell, and the key of each number.

use std::ops::Range;

use crate::calendar::{months, years};
use crate::changes::Said;
use crate::column::Column;
use crate::members::Members;
use crate::question::{Dimension, UNMAPPED};
use crate::scope::Scope;

/// The axes of a question; a cell is one place on each.
pub(crate) struct Axes<'a> {
    bytes: Vec<Axis<'a, u8>>,
    words: Vec<Axis<'a, u16>>,
    /// The keys along each axis, in order.
    pub keys: [Vec<u16>; 3],
}

/// What each code of a column adds to the number of the cell.
struct Axis<'a, T> {
    column: &'a [T],
    said: fn(&Said) -> T,
    adds: Vec<usize>,
}

impl<'a> Axes<'a> {
    pub fn of(members: &'a Members, by: &[Option<Dimension>; 3]) -> Self {
        let mut axes =
            Self { bytes: Vec::new(), words: Vec::new(), keys: [const { Vec::new() }; 3] };
        let mut stride = 1;
        // The first axis gets the widest stride, so that cells are in the order of their keys.
        for (place, dimension) in by.iter().enumerate().rev() {
            axes.keys[place] = match dimension {
                Some(dimension) => axes.add(members, dimension, stride),
                None => vec![0],
            };
            stride *= axes.keys[place].len();
        }
        axes
    }

    fn add(&mut self, members: &'a Members, dimension: &Dimension, stride: usize) -> Vec<u16> {
        match dimension {
            Dimension::Agency => self.add_bytes(&members.agency, |said| said.agency, stride),
            Dimension::BusinessType => {
                self.add_bytes(&members.business_type, |said| said.business_type, stride)
            }
            Dimension::Sex => self.add_bytes(&members.sex, |said| said.sex, stride),
            Dimension::Track => self.add_bytes(&members.track, |said| said.track, stride),
            Dimension::Channel => self.add_bytes(&members.channel, |said| said.channel, stride),
            Dimension::Area(map) => {
                let keys = mapped(map, &members.area);
                self.add_words(&members.area, |said| said.area, keys, stride)
            }
            Dimension::Office(map) => {
                let keys = mapped(map, &members.office);
                self.add_words(&members.office, |said| said.office, keys, stride)
            }
            Dimension::Month => {
                let keys = months(members.registered_on.codes());
                self.add_words(&members.registered_on, |said| said.registered_on, keys, stride)
            }
            Dimension::Year => {
                let keys = years(members.registered_on.codes());
                self.add_words(&members.registered_on, |said| said.registered_on, keys, stride)
            }
        }
    }

    fn add_bytes(
        &mut self,
        column: &'a Column<u8>,
        said: fn(&Said) -> u8,
        stride: usize,
    ) -> Vec<u16> {
        let (adds, keys) = ranked((0..=u16::from(u8::MAX)).take(column.codes()).collect(), stride);
        self.bytes.push(Axis { column: column.values(), said, adds });
        keys
    }

    fn add_words(
        &mut self,
        column: &'a Column<u16>,
        said: fn(&Said) -> u16,
        key: Vec<u16>,
        stride: usize,
    ) -> Vec<u16> {
        let (adds, keys) = ranked(key, stride);
        self.words.push(Axis { column: column.values(), said, adds });
        keys
    }

    /// Whether the question groups at all.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty() && self.words.is_empty()
    }

    /// How many cells there can be.
    pub fn cells(&self) -> usize {
        self.keys.iter().map(Vec::len).product()
    }

    /// The cells of many members; `cells` has one place for each.
    pub fn place(&self, scope: &Scope<'_>, members: Range<usize>, cells: &mut [usize]) {
        cells.fill(0);
        for axis in &self.bytes {
            axis.place(members.clone(), cells);
        }
        for axis in &self.words {
            axis.place(members.clone(), cells);
        }
        for (index, said) in scope.changed(members) {
            cells[index] = self.cell(&said);
        }
    }

    fn cell(&self, said: &Said) -> usize {
        let bytes = self.bytes.iter().map(|axis| axis.adds(said));
        bytes.chain(self.words.iter().map(|axis| axis.adds(said))).sum()
    }

    /// The key of a cell.
    pub fn key(&self, cell: usize) -> [u16; 3] {
        let [first, second, third] = &self.keys;
        let row = cell / third.len();
        [first[row / second.len()], second[row % second.len()], third[cell % third.len()]]
    }
}

impl<T: Copy + Into<usize>> Axis<'_, T> {
    fn place(&self, members: Range<usize>, cells: &mut [usize]) {
        for (cell, code) in cells.iter_mut().zip(&self.column[members]) {
            *cell += self.adds[(*code).into()];
        }
    }

    fn adds(&self, said: &Said) -> usize {
        self.adds[(self.said)(said).into()]
    }
}

fn mapped(map: &[u16], column: &Column<u16>) -> Vec<u16> {
    (0..column.codes()).map(|code| map.get(code).copied().unwrap_or(UNMAPPED)).collect()
}

/// From the key of each code: what the code adds to a cell, and the distinct keys in order.
fn ranked(key: Vec<u16>, stride: usize) -> (Vec<usize>, Vec<u16>) {
    let mut keys = key.clone();
    keys.sort_unstable();
    keys.dedup();
    let mut rank = vec![0; usize::from(keys.last().copied().unwrap_or(0)) + 1];
    for (at, key) in keys.iter().enumerate() {
        rank[usize::from(*key)] = at * stride;
    }
    (key.into_iter().map(|key| rank[usize::from(key)]).collect(), keys)
}
