//! Targets: set, revised, imported, and held against what became of them.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;

mod acts;
mod at_once;
mod counting;
mod files;
mod lists;
mod world;
