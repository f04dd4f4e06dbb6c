//! Mentoring: whose caseload a member is in, members handed over, the visits of mentors, their months.
mod answer;
mod assign;
mod caseload;
mod month;
mod needing;
mod offer;
pub mod pages;
mod paper;
mod photo;
mod rows;
mod share;
mod target;
mod terms;
mod visit;
mod waiting;

pub use answer::{Reply, TransferAnswered, answer, replay as replay_answered};
pub use assign::{Assignment, MentorAssigned, assign, news_of, replay as replay_assigned};
pub use caseload::{Mentored, caseload, mentors};
pub use month::{MentorMonth, month, months};
pub use needing::{Because, LISTED, Needing, needing};
pub use offer::{TransferOffered, offer, replay as replay_offered};
pub use paper::{lines, paper, said};
pub use photo::{PhotoAdded, add_photo, replay as replay_photo, take_photo};
pub use rows::{AssignmentRow, PhotoRow, VisitRow, assignments_of, photos_of, visits_of};
pub use share::{CaseloadsShared, Given, MOST_SHARED, replay as replay_shared, share};
pub use target::{MentorTargetForm, MentorTargetSet, replay_target, set_target};
pub use terms::{
    EndTermForm, MentorAppointed, TermEnded, TermForm, TermRow, Terms, appoint, end as end_term,
    replay_appointed, replay_ended as replay_term_ended, terms,
};
pub use visit::{VisitForm, Visited, replay as replay_visited, visit};
pub use waiting::{Offer, Waiting, offers, waiting};
