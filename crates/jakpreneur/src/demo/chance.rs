//! Chance that comes out the same for the same seed, so that a demonstration can be told again.
use rules::Date;

/// A source of numbers that look random.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The chance of one resident of one scene.
    pub fn of(seed: u64, scene: u64, resident: u64) -> Self {
        let mut chance = Self(seed ^ scene.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        chance.0 = chance.next().wrapping_add(resident.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let n = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let n = (n ^ n >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        n ^ n >> 31
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % bound).unwrap_or_default()
    }

    /// True so many times in a thousand.
    pub fn permille(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.below(of.len())).copied()
    }

    /// One of them, the first of a pair as often as its second says.
    pub fn weighed<T: Copy>(&mut self, of: &[(T, usize)]) -> Option<T> {
        let mut left = self.below(of.iter().map(|(_, weight)| weight).sum());
        of.iter().find_map(|(it, weight)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here.then_some(*it)
        })
    }

    /// A day between two, both included.
    pub fn day(&mut self, from: Date, to: Date) -> Date {
        let days = from.until(to).map_or(0, |span| span.get_days());
        let days = usize::try_from(days).unwrap_or_default();
        later(from, self.below(days + 1))
    }

    /// Puts them in another order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let other = self.below(last + 1);
            all.swap(last, other);
        }
    }
}

/// So many days later.
pub(super) fn later(day: Date, days: usize) -> Date {
    let span = jiff::Span::new().try_days(i64::try_from(days).unwrap_or_default());
    span.and_then(|span| day.checked_add(span)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_tells_the_same_story_and_another_seed_another() {
        let told = |seed| {
            let mut chance = Chance::of(seed, 1, 7);
            [0; 8].map(|_| chance.below(1_000_000))
        };
        assert_eq!(told(1), told(1));
        assert_ne!(told(1), told(2));
    }

    #[test]
    fn a_day_is_never_outside_its_bounds() {
        let (from, to) = (jiff::civil::date(2022, 6, 20), jiff::civil::date(2022, 6, 22));
        let mut chance = Chance::of(1, 1, 1);
        let days: Vec<Date> = (0..100).map(|_| chance.day(from, to)).collect();
        assert!(days.iter().all(|day| (from..=to).contains(day)));
        assert!(days.contains(&from) && days.contains(&to));
    }
}
