//! Classes: announced, changed, called off; what anybody may know of them.
mod announce;
mod call_off;
mod change;
mod clashes;
mod class;
mod form;
mod hosts;
mod list;
mod reach;
mod rows;
mod sessions;
mod understand;
mod under_plan;

pub use announce::{ClassAnnounced, announce, replay as replay_announced};
pub use call_off::{ClassCalledOff, call_off, replay as replay_called_off};
pub use change::{ClassChanged, change, replay as replay_changed};
pub use clashes::{Clash, Shared, clashes};
pub use class::{Announcement, Class, Organiser, Seats, Session, Trade, Trainer};
pub use form::{ClassForm, OrganiserForm, SessionForm, TrainerForm};
pub use list::{Counts, Line, Page, Wanted, counts, list};
pub use reach::{managed, open, seats};
pub use rows::{finish, meets_on, trades};
pub use under_plan::{HeldClass, Taken, under_plan};
