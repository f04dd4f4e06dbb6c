//! Business groups (kelompok usaha): several members who work together.
mod form;
mod join;
mod rows;

pub use form::{GroupFormed, form, replay as replay_formed};
pub use join::{GroupJoined, GroupLeft, join, leave, replay_joined, replay_left};
pub use rows::{GroupRow, count, group, groups, groups_of, members_of};
