//! Bazaars: announced, asked for, drawn so that anyone can draw again, attended, sold at, and what follows of it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]
#[path = "../staff_world/mod.rs"]
mod staff_world;

mod acts;
mod fair;
mod market;
