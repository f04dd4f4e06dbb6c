//! Bazaars: announced, asked for, drawn so that anyone can draw again, attended, sold at, and what follows of it.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../staff_world/mod.rs"]
mod staff_world;

#[path = "../screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

mod acts;
mod crowd;
mod fair;
mod market;
mod pages;
