//! The figures against an obvious model, over random histories and questions.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]

mod counting;
mod history;
mod kept;
mod large;
mod listing;
mod naive;
mod published;
mod stories;
