//! Referrals to banks: sent by the member, answered by the bank, seen by nobody else; what counts, and what is
//! taken back.
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

mod city;
mod counts;
mod doors;
mod seen;
