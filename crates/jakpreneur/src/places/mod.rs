//! Places in classes: who is invited, who asked, who has one, who waits in which order (BR-10, BR-18).
mod ask;
mod cancel;
mod candidates;
mod door;
mod file;
mod invite;
mod join;
mod list;
pub mod pages;
mod roster;
mod rows;
mod transfer;
mod whose;

pub use ask::{PlaceAsked, Wish, ask, may_ask, replay as replay_asked};
pub use cancel::{PlaceCancelled, cancel, replay as replay_cancelled};
pub use candidates::{Whom, candidates};
pub use door::{move_up, who_moves_up};
pub use file::{FiledNik, NikFile, is_rejected};
pub use invite::{LeftOut, PlacesInvited, Why, invite, replay as replay_invited};
pub use join::{PlacesJoined, join, join_in, replay as replay_places_joined};
pub use list::{Answered, ask_for_all};
pub use roster::{Attended, Listed, Participant, Roster, by_state, of_member, roster};
pub use rows::{PlaceRow, place};
pub use transfer::{PlaceTransferred, replay as replay_transferred, transfer};
pub use whose::of_nik;
