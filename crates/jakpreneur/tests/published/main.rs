//! The published figures come out exact, as releases from the records of a database.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;

mod programme;
mod rows;
mod scenes;
