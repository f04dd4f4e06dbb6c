//! Partner systems that fail, hang, lie and come back: they lose nothing, hear everything in order, and are not
//! flooded.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;
mod failing;
mod killed;
mod receiver;
mod replayed;
mod scoped;
#[path = "../staff_world/mod.rs"]
mod staff_world;
mod world;
