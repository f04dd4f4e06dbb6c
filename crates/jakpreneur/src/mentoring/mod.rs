//! Mentoring: whose caseload a member is in, and the visits of mentors.
mod assign;
mod caseload;
pub mod pages;
mod rows;
mod visit;

pub use assign::{Assignment, MentorAssigned, assign, news_of, replay as replay_assigned};
pub use caseload::{Mentored, caseload, mentors};
pub use rows::{AssignmentRow, VisitRow, assignments_of, visits_of};
pub use visit::{VisitForm, Visited, replay as replay_visited, visit};
