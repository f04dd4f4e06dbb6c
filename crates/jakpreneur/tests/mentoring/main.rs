//! Mentoring: caseloads with their history, members handed over, visits and their photos, months, activity.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod activity;
#[path = "../common/mod.rs"]
mod common;
mod moves;
mod photos;
mod places;
mod sharing;
mod terms;
mod visits;
mod world;
