//! Released reports: frozen, whatever happens behind them.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;

mod frozen;
mod office;
mod outside;
mod restated;
mod seen;
mod training;
mod world;
