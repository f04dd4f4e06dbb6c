//! Permits: their kinds, numbers and days, and when one counts as received (BR-21 to BR-23).

mod exclusion;
mod halal;
mod home_food;
mod kind;
mod number;
mod status;
mod terms;
mod wave;

#[cfg(test)]
mod tests;

pub use exclusion::{Exclusion, is_excluded};
pub use halal::{
    Halal, HalalAdvice, HalalLimits, HalalPath, Obstacle, halal_limits_on, halal_path,
};
pub use kind::{LicenceFamily, LicenceKind, LicenceKindTold, kind_called};
pub use number::{Checked, LicenceNumber, NumberFormat, NumberRefused, Warning, check};
pub use status::{
    Dates, DatesRefused, LicenceState, RefusalReason, Validity, may_become, may_date, reached,
    reminder_due, validity_on,
};
pub use terms::{LicenceTerms, terms_on};
pub use wave::{UsualQuota, WavePlaceState, WaveRefused, WaveStanding, WaveTerms, usual_quota_on};
