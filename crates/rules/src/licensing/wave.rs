//! Facilitation waves: so many permits of a kind at once, given in the order of asking.

use crate::worded::worded;
use jiff::civil::{Date, date};

/// The largest quota.
const MOST: u32 = 10_000;

worded! {
    /// How a member stands to a wave.
    named => WavePlaceState {
        /// Has one of its permits coming.
        Enrolled = "enrolled", "Peserta", "Enrolled";
        /// Waits for somebody to leave.
        Waiting = "waiting", "Menunggu", "Waiting";
        /// Left before anything was decided.
        Left = "left", "Keluar", "Left";
        /// The permit was issued.
        Issued = "issued", "Terbit", "Issued";
        /// The issuer said no.
        Refused = "refused", "Ditolak", "Refused";
    }
}

worded! {
    /// How a wave stands on a day.
    named => WaveStanding {
        /// Nobody may ask yet.
        Upcoming = "upcoming", "Akan dibuka", "Upcoming";
        /// Whoever asks gets one of its permits.
        Open = "open", "Dibuka", "Open";
        /// Every permit is taken up; whoever asks waits.
        Full = "full", "Penuh", "Full";
        /// Nobody may ask any more.
        Over = "over", "Ditutup", "Closed";
    }
}

impl WavePlaceState {
    /// Whether it takes up one of the wave's permits: what the issuer decided was used up too.
    pub const fn counts(self) -> bool {
        match self {
            Self::Enrolled | Self::Issued | Self::Refused => true,
            Self::Waiting | Self::Left => false,
        }
    }
}

/// How many permits a wave has where nobody says, from a day on; data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualQuota {
    /// The first day it is usual.
    pub valid_from: Date,
    /// So many permits.
    pub quota: u32,
}

impl UsualQuota {
    /// As delivered: 50 a wave, as the halal facilitation of the city has it.
    pub const SEED: [Self; 1] = [Self { valid_from: date(2018, 1, 1), quota: 50 }];
}

/// The usual quota on a day; none before there were waves.
pub fn usual_quota_on(all: &[UsualQuota], day: Date) -> Option<u32> {
    let begun = all.iter().filter(|usual| usual.valid_from <= day);
    begun.max_by_key(|usual| usual.valid_from).map(|usual| usual.quota)
}

/// The days and the size of a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaveTerms {
    /// So many permits.
    pub quota: u32,
    /// The first day of asking.
    pub opens_on: Date,
    /// The last day of asking.
    pub closes_on: Date,
}

/// Why a wave cannot be; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WaveRefused {
    /// No permit, or more than makes sense.
    #[error("quota")]
    Quota,
    /// Closed before it opens.
    #[error("closes-before-opening")]
    ClosesBeforeOpening,
}

/// Whether a wave makes sense.
pub const fn may_open(quota: u32) -> Result<(), WaveRefused> {
    if quota >= 1 && quota <= MOST { Ok(()) } else { Err(WaveRefused::Quota) }
}

impl WaveTerms {
    /// A wave that makes sense.
    pub fn of(quota: u32, opens_on: Date, closes_on: Date) -> Result<Self, WaveRefused> {
        may_open(quota)?;
        if closes_on < opens_on {
            return Err(WaveRefused::ClosesBeforeOpening);
        }
        Ok(Self { quota, opens_on, closes_on })
    }

    /// Whether somebody may ask on that day.
    pub fn takes_on(&self, day: Date) -> bool {
        self.opens_on <= day && day <= self.closes_on
    }

    /// What whoever asks next gets, when so many permits are taken up.
    pub const fn next(&self, taken: u32) -> WavePlaceState {
        if taken < self.quota { WavePlaceState::Enrolled } else { WavePlaceState::Waiting }
    }

    /// How the wave stands on a day when so many permits are taken up.
    pub fn standing_on(&self, day: Date, taken: u32) -> WaveStanding {
        if day < self.opens_on {
            WaveStanding::Upcoming
        } else if day > self.closes_on {
            WaveStanding::Over
        } else if taken < self.quota {
            WaveStanding::Open
        } else {
            WaveStanding::Full
        }
    }

    /// How many who wait may move up when so many permits are taken up.
    pub const fn free(&self, taken: u32) -> u32 {
        self.quota.saturating_sub(taken)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const OPENS: Date = date(2022, 3, 1);
    const CLOSES: Date = date(2022, 3, 31);

    #[test]
    fn a_wave_has_permits_and_closes_after_it_opens() {
        assert_eq!(WaveTerms::of(0, OPENS, CLOSES), Err(WaveRefused::Quota));
        assert_eq!(WaveTerms::of(10_001, OPENS, CLOSES), Err(WaveRefused::Quota));
        assert_eq!(WaveTerms::of(50, CLOSES, OPENS), Err(WaveRefused::ClosesBeforeOpening));
        let wave = WaveTerms::of(50, OPENS, OPENS).unwrap();
        assert!(wave.takes_on(OPENS) && !wave.takes_on(date(2022, 3, 2)));
    }

    #[test]
    fn the_usual_quota_is_that_of_the_day() {
        let more = UsualQuota { valid_from: date(2024, 1, 1), quota: 100 };
        let all = [UsualQuota::SEED[0], more];
        assert_eq!(usual_quota_on(&all, date(2017, 12, 31)), None);
        assert_eq!(usual_quota_on(&all, date(2023, 12, 31)), Some(50));
        assert_eq!(usual_quota_on(&all, date(2024, 1, 1)), Some(100));
    }

    #[test]
    fn a_wave_is_full_at_its_quota_and_over_after_its_last_day() {
        let wave = WaveTerms::of(50, OPENS, CLOSES).unwrap();
        assert_eq!(wave.standing_on(date(2022, 2, 28), 0), WaveStanding::Upcoming);
        assert_eq!(wave.standing_on(OPENS, 49), WaveStanding::Open);
        assert_eq!(wave.standing_on(CLOSES, 50), WaveStanding::Full);
        assert_eq!(wave.standing_on(date(2022, 4, 1), 50), WaveStanding::Over);
    }

    proptest! {
        #[test]
        fn asking_never_passes_the_quota(quota in 1..200_u32, asked in 0..300_u32) {
            let wave = WaveTerms::of(quota, OPENS, CLOSES).unwrap();
            let mut taken = 0;
            for _ in 0..asked {
                taken += u32::from(wave.next(taken).counts());
            }
            prop_assert_eq!(taken, asked.min(quota));
            prop_assert_eq!(wave.free(taken), quota - taken);
        }
    }
}
