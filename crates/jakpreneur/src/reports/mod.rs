//! Figures: how many people reached which stage, in scope, as at a day, as known at a position.
mod ask;
mod narrowing;
pub mod pages;
mod paper;
mod saying;
mod sheet;
mod tally;

pub use ask::{Answer, GroupAnswer, Key, ScopeAnswer, StageRow, ask};
pub use narrowing::{By, Narrowing, Words};
pub use paper::paper;
pub use saying::{dimension, facts, group_label, scope_line};
pub use sheet::sheet;
pub use tally::{Tally, order, stage_of};
