//! Training: classes and the places in them.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;

mod announcing;
mod at_once;
mod attending;
mod certificates;
mod changing;
mod filing;
mod finishing;
mod giving;
mod inviting;
mod linking;
mod queue;
mod tools;
mod workshop;
mod world;
