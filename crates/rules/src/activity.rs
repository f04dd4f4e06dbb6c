//! Who is still active, who left and why, and what a check of the domicile found (BR-16, BR-50).

mod domicile;
mod ending;
mod standing;

pub use domicile::DomicileCheck;
pub use ending::{EndReason, Ended};
pub use standing::{Activity, InactiveAfter, Overruled, Patience, Seen, activity_on};
