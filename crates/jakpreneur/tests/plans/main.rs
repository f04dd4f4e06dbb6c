//! The year's plan: laid out, revised, copied, imported, and held against what became of it.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod acts;
#[path = "../common/mod.rs"]
mod common;
mod files;
mod held;
mod world;
mod year_of_2020;
