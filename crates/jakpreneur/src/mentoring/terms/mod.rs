//! The terms of mentors: told, renewed, ended early; without one that runs nobody is given to a mentor.
mod appoint;
mod end;
mod known;
mod rows;

pub use appoint::{MentorAppointed, TermForm, appoint, replay as replay_appointed};
pub use end::{EndTermForm, TermEnded, end, replay as replay_ended};
pub use known::{Terms, terms};
pub use rows::TermRow;
