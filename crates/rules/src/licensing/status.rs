//! How far a permit is, and whether it is good on a day (BR-21).

use crate::worded::worded;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

worded! {
    /// What was recorded of a permit.
    parse_officer => LicenceState {
        /// Asked for; the receipt of a trademark is this, not the permit.
        Requested = "requested", "Diajukan", "Requested", "proses", "tanda terima";
        /// The permit is there.
        Issued = "issued", "Terbit", "Issued";
        /// The issuer said no.
        Refused = "refused", "Ditolak", "Refused";
        /// The issuer took it back.
        Revoked = "revoked", "Dicabut", "Revoked";
    }
}

worded! {
    /// Why an issuer said no.
    parse_officer => RefusalReason {
        /// The place lies where such a business is not allowed.
        Zoning = "zoning", "Zonasi", "Zoning", "tata ruang";
        /// Papers are missing or wrong.
        Documents = "documents", "Dokumen", "Documents", "berkas tidak lengkap";
        /// What was found on the spot does not suffice.
        Inspection = "inspection", "Pemeriksaan", "Inspection", "tidak memenuhi syarat";
        /// Something else, which the note says.
        Other = "other", "Lainnya", "Other", "lain-lain";
    }
}

worded! {
    /// How a permit stands on a day.
    named => Validity {
        /// Asked for and not decided.
        Waiting = "waiting", "Menunggu", "Waiting";
        /// Issued and good.
        Valid = "valid", "Berlaku", "Valid";
        /// Issued and past its last day.
        Expired = "expired", "Kedaluwarsa", "Expired";
        /// Refused.
        Refused = "refused", "Ditolak", "Refused";
        /// Taken back by the issuer.
        Revoked = "revoked", "Dicabut", "Revoked";
    }
}

/// Whether a permit may go from one state to another; a refused one is asked for anew.
pub const fn may_become(from: LicenceState, to: LicenceState) -> bool {
    match (from, to) {
        (LicenceState::Requested, LicenceState::Issued | LicenceState::Refused)
        | (LicenceState::Issued, LicenceState::Revoked) => true,
        (LicenceState::Requested, LicenceState::Requested | LicenceState::Revoked)
        | (
            LicenceState::Issued,
            LicenceState::Requested | LicenceState::Issued | LicenceState::Refused,
        )
        | (LicenceState::Refused | LicenceState::Revoked, _) => false,
    }
}

/// Whether it counts as the stage: once issued, and an end later does not undo what was reached.
pub const fn reached(state: LicenceState) -> bool {
    match state {
        LicenceState::Issued | LicenceState::Revoked => true,
        LicenceState::Requested | LicenceState::Refused => false,
    }
}

/// The days of a permit, as far as there are any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// Asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_on: Option<Date>,
    /// Issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Date>,
    /// The last day it is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Date>,
}

/// Why the days of a permit cannot be; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DatesRefused {
    /// Issued, without the day.
    #[error("issue-day-missing")]
    IssueDayMissing,
    /// Asked for or issued on a day that has not come.
    #[error("in-future")]
    InFuture,
    /// Issued before it was asked for.
    #[error("issued-before-request")]
    IssuedBeforeRequest,
    /// Ended before it was issued.
    #[error("expires-before-issue")]
    ExpiresBeforeIssue,
}

/// Whether the days fit each other and the state.
pub fn may_date(state: LicenceState, dates: &Dates, today: Date) -> Result<(), DatesRefused> {
    if reached(state) && dates.issued_on.is_none() {
        return Err(DatesRefused::IssueDayMissing);
    }
    if dates.requested_on.max(dates.issued_on).is_some_and(|day| day > today) {
        return Err(DatesRefused::InFuture);
    }
    let out_of_order =
        |first: Option<Date>, second: Option<Date>| first.zip(second).is_some_and(|(a, b)| a > b);
    if out_of_order(dates.requested_on, dates.issued_on) {
        return Err(DatesRefused::IssuedBeforeRequest);
    }
    if out_of_order(dates.issued_on, dates.expires_on) {
        return Err(DatesRefused::ExpiresBeforeIssue);
    }
    Ok(())
}

/// How a permit stands on a day; its last day still is a good one.
pub fn validity_on(state: LicenceState, expires_on: Option<Date>, day: Date) -> Validity {
    match state {
        LicenceState::Requested => Validity::Waiting,
        LicenceState::Refused => Validity::Refused,
        LicenceState::Revoked => Validity::Revoked,
        LicenceState::Issued if expires_on.is_some_and(|last| last < day) => Validity::Expired,
        LicenceState::Issued => Validity::Valid,
    }
}

/// Whether its owner should hear on that day that it ends: from so many days before until it is renewed.
pub fn reminder_due(
    state: LicenceState,
    expires_on: Option<Date>,
    day: Date,
    days_before: u16,
) -> bool {
    let from = |last: Date| last.saturating_sub(i64::from(days_before).days());
    state == LicenceState::Issued && expires_on.is_some_and(|last| day >= from(last))
}
