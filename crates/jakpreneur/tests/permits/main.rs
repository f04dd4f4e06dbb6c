//! Permits: recorded, decided, corrected, brought by files, and facilitated in waves.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod at_once;
mod coached;
#[path = "../common/mod.rs"]
mod common;
mod ending;
mod evidence;
mod licences;
mod waves;
mod world;
