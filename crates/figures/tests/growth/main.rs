//! The growth of businesses against the rules themselves, over random histories and questions.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

mod counting;
mod large;
mod naive;
mod past;
mod stories;
