//! Taking the time.
use std::time::{Duration, Instant};

/// Now, for measuring alone.
#[expect(clippy::disallowed_methods, reason = "a benchmark takes the time")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// What some work gives, and how long it took.
pub(super) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = now();
    let done = work();
    (done, began.elapsed())
}

/// So many in so long, in one second.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn per_second(many: u64, took: Duration) -> f64 {
    many as f64 / took.as_secs_f64()
}

/// Of so much for so many, the microseconds of each.
pub(super) fn micros_each(took: Duration, many: u64) -> f64 {
    1_000_000.0 / per_second(many, took)
}

/// Milliseconds.
pub(super) fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// The time that so many in a hundred stay below.
pub(super) fn percentile(times: &mut [Duration], hundredth: usize) -> Duration {
    times.sort_unstable();
    let at = (times.len() * hundredth / 100).min(times.len().saturating_sub(1));
    times.get(at).copied().unwrap_or_default()
}

/// The number in the middle.
pub(super) fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

/// The times of the same work done often.
pub(super) fn times<T>(often: usize, mut work: impl FnMut(usize) -> T) -> Vec<Duration> {
    let one = |turn| {
        let (done, took) = timed(|| work(turn));
        std::hint::black_box(done);
        took
    };
    (0..often).map(one).collect()
}
