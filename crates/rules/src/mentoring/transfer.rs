//! Handing members over from one mentor to another: offered, and taken or refused for a reason.

use crate::worded::worded;

worded! {
    /// What became of an offer.
    named => Answered {
        /// The mentor took them.
        Accepted = "accepted", "Diterima", "Accepted";
        /// The mentor did not.
        Refused = "refused", "Ditolak", "Refused";
    }
}

worded! {
    /// Why a mentor does not take members.
    parse_officer => RefusedBecause {
        /// The caseload is full.
        TooMany = "too_many", "Binaan saya sudah penuh", "My caseload is full";
        /// The members are too far away.
        TooFar = "too_far", "Terlalu jauh dari wilayah saya", "Too far from my area";
        /// Away for long.
        Away = "away", "Saya cuti atau sakit", "I am on leave or ill";
        /// These are members of somebody else.
        NotMine = "not_mine", "Bukan untuk saya", "Not meant for me";
    }
}
