//! Training: what classes there are, who may take a place, who finishes (BR-10, BR-18 to BR-20).

mod attendance;
mod class;
mod finish;
mod place;
mod time_of_day;

pub use attendance::{Mark, Way};
pub use class::{ClassKind, ClassState, OrganiserKind, SessionMode};
pub use finish::{NoShare, Share, finishes};
pub use place::{NotOffered, PlaceState, offered};
pub use time_of_day::{NoTime, TimeOfDay};
