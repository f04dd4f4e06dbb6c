//! Places in a class: their states, and to whom a class is offered (BR-10, BR-18).

use super::ClassKind;
use crate::{Track, worded::worded};

worded! {
    /// How somebody stands to a class.
    named => PlaceState {
        /// Was invited and has not answered.
        Invited = "invited", "Diundang", "Invited";
        /// Asked for a place and waits, in the order of asking.
        Waiting = "waiting", "Daftar tunggu", "On the waiting list";
        /// Has a place.
        Confirmed = "confirmed", "Mendapat tempat", "Has a place";
        /// Gave the place or the waiting up, or had it taken with a reason.
        Cancelled = "cancelled", "Batal", "Cancelled";
        /// Went over to another class.
        Transferred = "transferred", "Pindah kelas", "Transferred";
    }
}

impl PlaceState {
    /// Whether the person is in the class or waits for it.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Waiting | Self::Confirmed)
    }

    /// Whether there is something to give up: a place, the waiting or an invitation.
    pub const fn may_be_left(self) -> bool {
        self.is_live() || matches!(self, Self::Invited)
    }
}

/// Why a class is not for somebody; an officer may overrule it with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOffered {
    /// The basic class of the kecamatan is for starters; the established are offered agency classes.
    #[error("established-in-basic-class")]
    EstablishedInBasicClass,
}

/// Whether a class is offered to a member of this track.
pub const fn offered(kind: ClassKind, track: Track) -> Result<(), NotOffered> {
    match (kind, track) {
        (ClassKind::Basic, Track::Established) => Err(NotOffered::EstablishedInBasicClass),
        (ClassKind::Basic, Track::Starter)
        | (
            ClassKind::Trade | ClassKind::Workshop | ClassKind::Agency,
            Track::Starter | Track::Established,
        ) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_basic_class_is_not_offered_and_only_to_the_established() {
        for kind in ClassKind::ALL {
            assert_eq!(offered(kind, Track::Starter), Ok(()));
            let established = offered(kind, Track::Established);
            assert_eq!(established.is_err(), kind == ClassKind::Basic);
        }
    }

    #[test]
    fn who_waits_or_has_a_place_is_in_the_class() {
        let live = PlaceState::ALL.into_iter().filter(|state| state.is_live());
        assert!(live.eq([PlaceState::Waiting, PlaceState::Confirmed]));
    }

    #[test]
    fn who_left_has_nothing_more_to_give_up() {
        let left = PlaceState::ALL.into_iter().filter(|state| !state.may_be_left());
        assert!(left.eq([PlaceState::Cancelled, PlaceState::Transferred]));
    }
}
