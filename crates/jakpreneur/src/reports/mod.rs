//! Figures: how many people reached which stage, in scope, as at a day, as known at a position.
mod ask;
mod narrowing;
mod tally;

pub use ask::{Answer, GroupAnswer, Key, ScopeAnswer, StageRow, ask};
pub use narrowing::{By, Narrowing, Words};
pub use tally::{Tally, order, stage_of};
