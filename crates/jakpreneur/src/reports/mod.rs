//! Figures: how many people reached which stage, in scope, as at a day, as known at a position.
mod ask;
mod export;
pub mod facts;
pub mod lines;
mod narrowing;
mod print;
pub mod sheet;
mod tally;
mod text;

pub use ask::{Answer, GroupAnswer, Key, ScopeAnswer, StageRow, ask};
pub use export::{Both, Format, Table, Titled};
pub use narrowing::{By, Narrowing, Words};
pub use print::print;
pub use tally::{Tally, order, stage_of};
pub use text::text;
