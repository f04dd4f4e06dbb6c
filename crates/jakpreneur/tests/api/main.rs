//! The JSON API as a program meets it.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod classes;
mod document;
mod members;
mod plans;
mod problems;
mod reading;
mod world;
