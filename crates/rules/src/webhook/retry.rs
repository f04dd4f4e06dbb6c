//! When a delivery that failed is tried again.
use std::time::Duration;

/// A receiver that failed for so long hears nothing more until somebody resumes it.
pub const PAUSED_AFTER: Duration = Duration::from_hours(72);
/// After the first failure.
const FIRST: u64 = 10;
/// Never later than this, in seconds.
const LAST: u64 = 3_600;

/// How long to wait after so many failures in a row: twice as long each time, up to an hour, of which a random
/// part of up to a half is taken away, so that many receivers that failed together do not come back together.
pub const fn retry_after(failures: u32, random: u32) -> Duration {
    let doubled = if failures > 10 { LAST } else { FIRST << failures.saturating_sub(1) };
    let whole = if doubled > LAST { LAST } else { doubled } * 1_000;
    let half = whole / 2;
    Duration::from_millis(half + half * random as u64 / u32::MAX as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_longest_waits_double_up_to_an_hour() {
        let longest = |failures| retry_after(failures, u32::MAX).as_secs();
        assert_eq!(
            [1, 2, 3, 9, 10, 11, 4_000_000].map(longest),
            [10, 20, 40, 2560, 3600, 3600, 3600]
        );
    }

    proptest! {
        #[test]
        fn a_wait_lies_between_half_of_the_longest_and_all_of_it(failures in 1..200_u32, random: u32) {
            let longest = retry_after(failures, u32::MAX);
            let wait = retry_after(failures, random);
            prop_assert!(longest / 2 <= wait && wait <= longest);
        }
    }
}
