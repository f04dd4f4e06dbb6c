//! Curation: rounds announced, products entered, verified, validated, scheduled and graded (BR-24); and who may
//! be on the e-order list (BR-25).
mod announce;
mod certificate;
mod close;
mod e_order;
mod entries;
mod grade;
mod list;
mod pages;
mod reference;
mod register;
mod rows;
mod schedule;
mod see;
mod step;
mod timeline;
mod told;
mod whose;
mod written;

pub use announce::{RoundAnnounced, RoundForm, announce, replay as replay_announced};
pub use certificate::{Certified, Checked, Printed, check};
pub use close::{RoundClosed, close, replay as replay_closed};
pub use e_order::{Line, Sought, all as all_of_e_order, e_order};
pub use entries::{EntryRow, StepRow, grade_of};
pub use grade::{EntryGraded, GradeForm, grade, replay as replay_graded};
pub use list::{Listed, Wanted, list};
pub use pages::routes;
pub use reference::{Named, Terms, names, terms_on};
pub use register::{EntryRegistered, register, replay as replay_registered};
pub use rows::RoundRow;
pub use schedule::{EntryScheduled, ScheduleForm, replay as replay_scheduled, schedule};
pub use see::{OfMember, SeenEntry, SeenRound, criterion, of_member, round, rounds, see};
pub use step::{EntryStepped, decline, next_act, replay as replay_stepped, validate, verify};
pub use timeline::{Curated, curated};
pub use whose::Side;
