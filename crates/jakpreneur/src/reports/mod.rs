//! Figures: how many people reached which stage, in scope, as at a day, as known at a position.
mod ask;
mod export;
pub(crate) mod narrowing;
pub mod pages;
mod paper;
mod plain;
mod saying;
mod sheet;
mod taken;
mod tally;
mod text;

pub use ask::{Answer, GroupAnswer, Key, ScopeAnswer, StageRow, answer, ask, scope_of};
pub use export::{Both, Format, Table, Titled};
pub use narrowing::{By, Narrowing, Words};
pub(crate) use pages::narrowed;
pub use paper::paper;
pub use plain::plain;
pub use saying::{dimension, facts, group_label, scope_line};
pub use sheet::sheet;
pub use taken::log_taken;
pub use tally::{Tally, order, stage_of};
pub use text::text;
