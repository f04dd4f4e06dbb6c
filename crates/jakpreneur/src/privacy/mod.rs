//! Identity values: sealed at rest with a key per person, found again by a keyed hash.
mod identity;
mod keyfile;
mod seal;

pub use identity::Identity;
pub use keyfile::{KeyFault, key_for};
pub use seal::{Hash, PersonKey, Salt, Seal};
