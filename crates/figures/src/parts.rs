//! Work over many rows, shared between two threads where it pays.

use std::ops::Range;
use std::thread;

use crate::chunk::CHUNK;

/// Below this a second thread costs more than it saves.
const WORTH_TWO: usize = 100_000;

/// Does the work on all rows, in one part or in two that meet between chunks.
pub(crate) fn in_parts<T: Send>(rows: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    if rows < WORTH_TWO {
        return vec![work(0..rows)];
    }
    let middle = (rows / 2).next_multiple_of(CHUNK);
    let (first, second) = both(|| work(0..middle), || work(middle..rows));
    vec![first, second]
}

/// The chunks of a range, first to last.
pub(crate) fn chunks(rows: Range<usize>) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let count = rows.len().div_ceil(CHUNK);
    (0..count).map(move |chunk| {
        let start = rows.start + chunk * CHUNK;
        start..rows.end.min(start + CHUNK)
    })
}

/// Does the work on each of these runs of so many rows, in one part or in two.
pub(crate) fn shared<T: Send>(
    runs: &[usize],
    rows: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let all = |runs: &[usize]| runs.iter().map(|run| work(*run)).collect::<Vec<T>>();
    if runs.len() * rows < WORTH_TWO {
        return all(runs);
    }
    let (first, second) = runs.split_at(runs.len() / 2);
    let (mut counts, more) = both(|| all(first), || all(second));
    counts.extend(more);
    counts
}

/// Does the first work here and the second one beside it.
fn both<T: Send>(first: impl FnOnce() -> T, second: impl FnOnce() -> T + Send) -> (T, T) {
    thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        (first, second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
