//! Classes: announced, changed, called off; what anybody may know of them.
mod announce;
mod call_off;
mod change;
mod clashes;
mod class;
mod form;
mod held;
mod hosts;
mod list;
pub mod pages;
mod reach;
mod rows;
mod sessions;
mod under_plan;
mod understand;

pub use announce::{ClassAnnounced, announce, replay as replay_announced};
pub use call_off::{ClassCalledOff, call_off, replay as replay_called_off};
pub use change::{ClassChanged, change, replay as replay_changed};
pub use clashes::{Clash, Shared, clashes};
pub use class::{Announcement, Class, Organiser, Seats, Session, Trade, Trainer};
pub use form::{ClassForm, OrganiserForm, SessionForm, TrainerForm};
pub use held::{Held, held};
pub use list::{Counts, Line, Page, Wanted, counts, list};
pub use reach::{Reach, managed, open, seats};
pub use rows::{finish, marked, meets_on, reopen, trades};
pub use under_plan::{HeldClass, Taken, under_plan};
