//! What a hidden number can be, as far as the numbers around it tell.

/// More than any number of persons: not known from above.
const UNKNOWN: i64 = 1 << 50;
/// Sums with something unknown in them come out above this.
const KNOWN: i64 = 1 << 49;
/// After so many rounds nothing more is looked for; a round that narrows a little can be followed by many.
const ROUNDS: usize = 1_000;

/// From the least to the most that a number can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    low: i64,
    high: i64,
}

impl Range {
    /// The least it can be.
    pub fn least(self) -> u64 {
        self.low.max(0).unsigned_abs()
    }

    /// The most it can be; none where nothing tells.
    pub fn most(self) -> Option<u64> {
        (self.high < KNOWN).then(|| self.high.max(0).unsigned_abs())
    }

    /// How far apart these are; 0 for a number that is known.
    pub fn width(self) -> u64 {
        (self.high - self.low).max(0).unsigned_abs()
    }

    fn raise(&mut self, low: i64) -> bool {
        let narrower = low > self.low;
        self.low = self.low.max(low);
        narrower
    }

    fn lower(&mut self, high: i64) -> bool {
        let narrower = high < self.high && high < KNOWN;
        if narrower {
            self.high = high;
        }
        narrower
    }
}

/// The ranges of all numbers.
pub(super) struct Ranges {
    pub all: Vec<Range>,
    rounds: usize,
}

impl Ranges {
    /// A known number is itself, any other at least nobody.
    pub fn of(values: impl Iterator<Item = Option<u64>>) -> Self {
        let range = |value: Option<u64>| {
            let value = value.map(u64::cast_signed);
            Range { low: value.unwrap_or(0), high: value.unwrap_or(UNKNOWN) }
        };
        Self { all: values.map(range).collect(), rounds: 0 }
    }

    fn get(&self, at: usize) -> Range {
        self.all.get(at).copied().unwrap_or(Range { low: 0, high: UNKNOWN })
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut Range) -> bool) -> bool {
        self.all.get_mut(at).is_some_and(change)
    }

    /// Narrows whole and parts by each other; says whether anything became narrower.
    pub fn add_up(&mut self, whole: usize, parts: &[usize], over: i64) -> bool {
        if self.rounds > ROUNDS.saturating_mul(self.all.len()) {
            return false;
        }
        self.rounds += 1;
        let low: i64 = parts.iter().map(|part| self.get(*part).low).sum();
        let high: i64 = parts.iter().map(|part| self.get(*part).high).sum();
        let mut narrower =
            self.change(whole, |range| range.raise(low - over) | range.lower(high - over));
        let all = self.get(whole);
        for part in parts {
            let own = self.get(*part);
            let (least, most) =
                (all.low + over - (high - own.high), all.high + over - (low - own.low));
            narrower |= self.change(*part, |range| range.raise(least) | range.lower(most));
        }
        narrower
    }

    /// Narrows a number and one that it is never more than by each other.
    pub fn compare(&mut self, lesser: usize, greater: usize) -> bool {
        let (less, more) = (self.get(lesser), self.get(greater));
        let below = self.change(lesser, |range| range.lower(more.high));
        self.change(greater, |range| range.raise(less.low)) || below
    }
}
