//! Permits: their kinds, numbers and days, and when one counts as received (BR-21 to BR-23).

mod halal;
mod home_food;
mod kind;
mod number;
mod status;
mod terms;

#[cfg(test)]
mod tests;

pub use halal::{
    Halal, HalalAdvice, HalalLimits, HalalPath, Obstacle, halal_limits_on, halal_path,
};
pub use home_food::ExcludedFood;
pub use kind::LicenceKind;
pub use number::{Checked, LicenceNumber, NumberFormat, NumberRefused, Warning, check};
pub use status::{
    Dates, DatesRefused, LicenceState, RefusalReason, Validity, may_become, may_date, reached,
    reminder_due, validity_on,
};
pub use terms::{LicenceTerms, terms_on};
