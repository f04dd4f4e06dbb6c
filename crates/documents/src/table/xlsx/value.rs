//! The value of a cell, which a parser gathers until its closing tag, however much comes between.

use super::super::{Limit, Unreadable};
use super::markup::LONGEST;

/// The elements that hold a value: inline text, value, formula.
const VALUES: [&[u8]; 3] = [b"is", b"v", b"f"];

/// The value that is open at the moment, if one is.
#[derive(Default)]
pub(super) struct OpenValue {
    name: Vec<u8>,
    depth: usize,
    length: usize,
}

impl OpenValue {
    /// Counts bytes that passed.
    pub(super) fn pass(&mut self, length: usize) -> Result<(), Unreadable> {
        if self.depth > 0 {
            self.length += length;
        }
        if self.length > LONGEST { Err(Unreadable::TooLarge(Limit::Cell)) } else { Ok(()) }
    }

    /// Notes a complete tag by its name, which begins with a slash if the tag closes.
    pub(super) fn tag(&mut self, name: &[u8], is_empty: bool) {
        if self.depth == 0 {
            if !is_empty && VALUES.contains(&local(name)) {
                self.name.clear();
                self.name.extend_from_slice(name);
                self.depth = 1;
                self.length = 0;
            }
        } else if name.strip_prefix(b"/") == Some(&self.name) {
            self.depth -= 1;
        } else if name == self.name && !is_empty {
            self.depth += 1;
        }
    }
}

/// A name without its prefix. A closing tag keeps its slash and so opens nothing.
fn local(name: &[u8]) -> &[u8] {
    match name.iter().position(|byte| *byte == b':') {
        Some(colon) if !name.starts_with(b"/") => &name[colon + 1..],
        Some(_) | None => name,
    }
}
