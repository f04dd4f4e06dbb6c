//! Training: what classes there are, who may take a place, who finishes (BR-10, BR-18 to BR-20).

mod attendance;
mod class;
mod finish;
mod place;
pub mod plan;
mod time_of_day;
mod tools;

pub use attendance::{Mark, Way};
pub use class::{ClassKind, ClassState, OrganiserKind, SessionMode};
pub use finish::{NoShare, Share, finishes};
pub use place::{NotOffered, PlaceState, offered};
pub use time_of_day::{NoTime, TimeOfDay};
pub use tools::{NotGranted, PermitKind, Recipient, may_grant};
