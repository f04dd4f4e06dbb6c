//! What was found where somebody said to live (BR-50).

use super::EndReason;
use crate::worded::worded;

worded! {
    /// The result of a check.
    parse_officer => DomicileCheck {
        /// Lives there.
        Matches = "matches", "Sesuai", "Matches";
        /// Moved to a place outside Jakarta.
        MovedOut = "moved_out", "Pindah luar DKI", "Moved out of Jakarta", "pindah ke luar dki";
        /// Nobody there knows the person.
        Unknown = "unknown", "Tidak dikenal", "Not known there";
        /// Known there, and nobody knows where the person is now.
        WhereaboutsUnknown = "whereabouts_unknown", "Dikenal tetapi tidak diketahui keberadaannya", "Known, whereabouts unknown", "tidak diketahui keberadaannya";
        /// The RT of the address does not exist.
        NoSuchNeighbourhood = "no_such_rt", "RT tidak ada", "No such RT";
        /// Has died.
        Died = "died", "Meninggal", "Died", "meninggal dunia";
        /// Nobody looked.
        Unchecked = "unchecked", "Belum diperiksa", "Not checked";
    }
}

impl DomicileCheck {
    /// The end it suggests; only an officer ends a membership.
    pub const fn suggests(self) -> Option<EndReason> {
        match self {
            Self::Matches | Self::Unchecked => None,
            Self::MovedOut => Some(EndReason::MovedOut),
            Self::Unknown | Self::WhereaboutsUnknown | Self::NoSuchNeighbourhood => {
                Some(EndReason::UnknownAddress)
            }
            Self::Died => Some(EndReason::Died),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_check_suggests_a_duplicate_and_a_match_suggests_no_end() {
        let suggested = DomicileCheck::ALL.into_iter().filter_map(DomicileCheck::suggests);
        assert!(suggested.clone().all(|reason| reason != EndReason::Duplicate));
        assert_eq!(suggested.count(), 5);
        assert_eq!(DomicileCheck::Matches.suggests(), None);
    }

    #[test]
    fn officers_write_the_results_as_the_regulation_does() {
        for check in DomicileCheck::ALL {
            assert_eq!(DomicileCheck::parse_officer(&check.label_id().to_uppercase()), Some(check));
        }
    }
}
