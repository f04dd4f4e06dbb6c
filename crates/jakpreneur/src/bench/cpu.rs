//! How long the processor worked for this process, on all its threads.
use std::time::Duration;

/// The kernel counts in hundredths of a second, on every machine Linux runs on.
const TICK: Duration = Duration::from_millis(10);

/// What some work gives, and how long the processor worked meanwhile.
pub(super) fn spent<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let before = so_far();
    let done = work();
    (done, so_far().saturating_sub(before))
}

/// Nothing where the kernel does not tell.
fn so_far() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in brackets may hold spaces; the times are the 12th and 13th words after it.
    let words = told.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u32 = words.skip(11).take(2).filter_map(|word| word.parse::<u32>().ok()).sum();
    TICK * ticks
}
