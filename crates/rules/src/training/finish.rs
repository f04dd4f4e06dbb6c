//! Who finishes a class (BR-19).

use serde::{Deserialize, Serialize};

/// The share of sessions one must be present at to finish, in percent: 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Share(u8);

impl Share {
    /// What holds where a class says nothing else.
    pub const USUAL: Self = Self(80);

    /// A share of so many percent, where that makes sense.
    pub const fn new(percent: u8) -> Option<Self> {
        if percent >= 1 && percent <= 100 { Some(Self(percent)) } else { None }
    }

    /// In percent.
    pub const fn percent(self) -> u8 {
        self.0
    }
}

/// Why a number is no share; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoShare {
    /// Neither of 1 to 100 percent.
    #[error("bounds")]
    Bounds,
}

impl TryFrom<u8> for Share {
    type Error = NoShare;
    fn try_from(percent: u8) -> Result<Self, NoShare> {
        Self::new(percent).ok_or(NoShare::Bounds)
    }
}

impl From<Share> for u8 {
    fn from(share: Share) -> Self {
        share.0
    }
}

/// Whether being present at so many of the sessions held is enough. A class without sessions has no finisher.
pub fn finishes(present: u32, sessions: u32, share: Share) -> bool {
    sessions > 0 && u64::from(present) * 100 >= u64::from(sessions) * u64::from(share.0)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn four_of_five_sessions_are_eighty_percent_and_three_of_four_are_not() {
        assert!(finishes(4, 5, Share::USUAL));
        assert!(!finishes(3, 4, Share::USUAL));
        assert!(finishes(4, 4, Share::USUAL));
        assert!(finishes(3, 4, Share::new(75).unwrap()));
    }

    #[test]
    fn nobody_finishes_a_class_without_sessions() {
        assert!(!finishes(0, 0, Share::new(1).unwrap()));
    }

    #[test]
    fn a_share_is_one_to_a_hundred_percent() {
        assert_eq!(Share::new(0), None);
        assert_eq!(Share::new(101), None);
        assert_eq!(Share::new(100).map(Share::percent), Some(100));
    }
}
