//! Where businesses belonged on a day: where they began, and the moves since.

use std::borrow::Cow;

use crate::column::{memory_bytes, push};

/// One kind of place of all businesses.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    first: Vec<u16>,
    /// In the order of their positions.
    moves: Vec<Moved>,
}

#[derive(Debug, Clone, Copy)]
struct Moved {
    position: u32,
    business: u32,
    on: u16,
    to: u16,
}

impl Places {
    pub fn push(&mut self, code: u16) {
        push(&mut self.first, code);
    }

    pub fn move_to(&mut self, position: u32, business: u32, on: u16, to: u16) {
        push(&mut self.moves, Moved { position, business, on, to });
    }

    /// Where each belonged on the day, as known at the position.
    pub fn on(&self, day: u16, known_at: u32) -> Cow<'_, [u16]> {
        let known = &self.moves[..self.moves.partition_point(|of| of.position <= known_at)];
        if known.is_empty() {
            return Cow::Borrowed(&self.first);
        }
        let mut codes = self.first.clone();
        let mut since = vec![0; codes.len()];
        for moved in known.iter().filter(|moved| moved.on <= day) {
            let business = moved.business as usize;
            if moved.on >= since[business] {
                since[business] = moved.on;
                codes[business] = moved.to;
            }
        }
        Cow::Owned(codes)
    }

    pub fn memory_bytes(&self) -> usize {
        memory_bytes(&self.first) + memory_bytes(&self.moves)
    }
}
