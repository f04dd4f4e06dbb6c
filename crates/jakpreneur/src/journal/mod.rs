//! Recording acts: what happened, once, by whom, under which key.
mod asking;
mod event;
mod sealed;

pub use asking::Asking;
pub use event::{Done, Event, Stamp, done_before, record};
pub use sealed::Sealed;

/// A transaction that may write, append to the journal and tell the board.
pub type Change<'c> = db::Change<'c, crate::board::News>;
/// The database, with the board as its follower.
pub type Db = db::Db<crate::board::News>;
