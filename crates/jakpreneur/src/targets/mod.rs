//! Targets: set with what they rest on, revised with a reason, and held against what became of them.
mod ask;
mod enter;
mod figures;
mod file;
mod form;
pub mod pages;
mod paper;
mod realise;
mod revise;
mod rows;
pub mod say;
mod set;
mod shares;

pub use ask::{Asked, Selection};
pub use enter::{enter, would_enter};
pub use figures::{Answer, Estimate, Inside, Kept, Line, Share, answer, ask};
pub use file::{plain, sheet};
pub use form::{Draft, TargetForm};
pub use paper::paper;
pub use realise::{Realised, narrowing, realise};
pub use revise::{Revised, Revision, replay as replay_revised, revise};
pub use rows::{Target, Version, count, page, target, targets, versions};
pub use set::{TargetSet, replay as replay_set, set};
