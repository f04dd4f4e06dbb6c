//! Business groups (kelompok usaha): several members who work together.
mod form;
mod join;
pub mod pages;
mod rows;
mod see;

pub use form::{GroupFormed, form, replay as replay_formed};
pub use join::{GroupJoined, GroupLeft, join, leave, replay_joined, replay_left};
pub use rows::{Counted, GroupRow, count, counted, group, groups_of, members_of};
pub use see::{Group, find, see};
