//! Counts how many people reached which stage, in memory, as at any day and as known at any position.
//!
//! The journal's facts come in through [`Figures::apply`] or [`Figures::load`]; a [`Question`] is
//! answered by [`Figures::ask`], [`Figures::list`] and [`Figures::curve`] from the same rows.
//! Attributes are small codes whose meaning only the caller knows. [`growth`] counts apart from
//! these how businesses grew.

mod answer;
mod apply;
mod ask;
mod axes;
mod broken;
mod calendar;
mod changes;
mod chunk;
mod column;
mod curve;
mod days;
mod fact;
mod figures;
mod firsts;
mod flow;
pub mod growth;
mod kept;
mod known;
mod list;
mod load;
mod members;
mod parts;
mod persons;
mod positions;
mod question;
mod scope;
mod services;
mod several;
mod tally;
mod view;

pub use answer::{Answer, Group, Listed};
pub use broken::Broken;
pub use days::STAGES;
pub use fact::{Change, Fact, Link, Member, Service, State, Void, narrow};
pub use figures::Figures;
pub use flow::Flow;
pub use question::{Dimension, Filter, Measure, Question, UNMAPPED};
pub use view::MemberView;
