//! Small numbers in public tables: hidden, and others beside them, so that nobody can work them out.
mod range;
#[cfg(test)]
mod tests;

pub use range::Range;
use range::Ranges;

/// Fewer persons than this are hidden in public (BR-39).
pub const SMALLEST: u64 = 5;

/// Everything that is published together: its numbers, and what everybody knows to hold between them.
#[derive(Clone, Debug, Default)]
pub struct Published {
    values: Vec<u64>,
    sums: Vec<Sum>,
    caps: Vec<(usize, usize)>,
}

/// `whole` and `over` are what the parts add up to; `over` because a person may be in several parts.
#[derive(Clone, Debug)]
struct Sum {
    whole: usize,
    parts: Vec<usize>,
    over: i64,
}

impl Published {
    /// Takes a number in, and says which it is.
    pub fn number(&mut self, value: u64) -> usize {
        self.values.push(value);
        self.values.len() - 1
    }

    /// A number that was taken in.
    pub fn value(&self, at: usize) -> Option<u64> {
        self.values.get(at).copied()
    }

    /// The parts add up to the whole.
    pub fn adds_up(&mut self, whole: usize, parts: Vec<usize>) {
        let of = |at: usize| self.values.get(at).copied().unwrap_or_default().cast_signed();
        let over = parts.iter().map(|part| of(*part)).sum::<i64>() - of(whole);
        self.sums.push(Sum { whole, parts, over });
    }

    /// The one is never more than the other.
    pub fn at_most(&mut self, lesser: usize, greater: usize) {
        self.caps.push((lesser, greater));
    }

    /// Which numbers to hide: those below `smallest`, and as many others as it takes until each of these
    /// could be any of at least `smallest + 1` numbers for whoever knows all that is shown.
    pub fn hidden(&self, smallest: u64) -> Vec<bool> {
        let small: Vec<bool> = self.values.iter().map(|value| *value < smallest).collect();
        let mut hidden = small.clone();
        while let Some(beside) = self.exposed(&small, &hidden, smallest) {
            if let Some(hidden) = hidden.get_mut(beside) {
                *hidden = true;
            }
        }
        hidden
    }

    /// What each number can be for whoever knows all that is not hidden.
    pub fn ranges(&self, hidden: &[bool]) -> Vec<Range> {
        let known = self.values.iter().zip(hidden);
        let mut ranges = Ranges::of(known.map(|(value, hidden)| Some(*value).filter(|_| !hidden)));
        while self.narrow(&mut ranges) {}
        ranges.all
    }

    fn narrow(&self, ranges: &mut Ranges) -> bool {
        let mut narrower = false;
        for sum in &self.sums {
            narrower |= ranges.add_up(sum.whole, &sum.parts, sum.over);
        }
        for (lesser, greater) in &self.caps {
            narrower |= ranges.compare(*lesser, *greater);
        }
        narrower
    }

    /// The number to hide next, because a small one is too well known.
    fn exposed(&self, small: &[bool], hidden: &[bool], smallest: u64) -> Option<usize> {
        let ranges = self.ranges(hidden);
        let of_small = ranges.iter().zip(small).enumerate().filter(|(_, (_, small))| **small);
        let narrow = of_small.filter(|(_, (range, _))| range.width() < smallest);
        narrow.map(|(at, _)| at).find_map(|at| self.beside(at, hidden))
    }

    /// The smallest number shown that tells most directly of this one.
    fn beside(&self, cell: usize, hidden: &[bool]) -> Option<usize> {
        let shown = |at: &usize| !hidden.get(*at).copied().unwrap_or(true);
        let value = |at: &usize| self.values.get(*at).copied();
        let (mut reached, mut next) = (vec![cell], 0);
        while let Some(from) = reached.get(next).copied() {
            next += 1;
            for told_by in [self.siblings(from), self.related(from)] {
                let found = told_by.iter().copied().filter(shown).min_by_key(value);
                if found.is_some() {
                    return found;
                }
            }
            for near in self.siblings(from).into_iter().chain(self.related(from)) {
                if !reached.contains(&near) {
                    reached.push(near);
                }
            }
        }
        None
    }

    /// The other parts of the sums it is a part of.
    fn siblings(&self, of: usize) -> Vec<usize> {
        let sums = self.sums.iter().filter(|sum| sum.parts.contains(&of));
        sums.flat_map(|sum| &sum.parts).copied().filter(|part| *part != of).collect()
    }

    /// Its wholes, its own parts, and what it is compared with.
    fn related(&self, of: usize) -> Vec<usize> {
        let wholes = self.sums.iter().filter(|sum| sum.parts.contains(&of)).map(|sum| sum.whole);
        let parts = self.sums.iter().filter(|sum| sum.whole == of).flat_map(|sum| &sum.parts);
        let caps = self.caps.iter().filter_map(|(lesser, greater)| match of {
            of if of == *lesser => Some(*greater),
            of if of == *greater => Some(*lesser),
            _ => None,
        });
        wholes.chain(parts.copied()).chain(caps).collect()
    }
}
