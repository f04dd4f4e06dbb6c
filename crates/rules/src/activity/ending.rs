//! Why somebody is no longer in the programme; what was received until then stays counted.

use crate::worded::worded;
use jiff::civil::Date;

worded! {
    /// Why a membership ended.
    parse_officer => EndReason {
        /// Lives outside Jakarta now.
        MovedOut = "moved_out", "Pindah ke luar DKI", "Moved out of Jakarta", "pindah";
        /// Is not found at any address.
        UnknownAddress = "unknown_address", "Alamat tidak dikenal", "Address unknown";
        /// Has died.
        Died = "died", "Meninggal", "Died", "meninggal dunia";
        /// Is another record's person.
        Duplicate = "duplicate", "Data ganda", "Duplicate", "ganda";
    }
}

/// An end, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Why.
    pub reason: EndReason,
    /// The first day without membership.
    pub on: Date,
}
