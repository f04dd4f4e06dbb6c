//! The JSON API as a program meets it.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod actions;
mod attendance;
mod bazaars;
mod books;
mod certificates;
mod classes;
mod corrections;
mod document;
mod growth;
mod hostile;
mod members;
mod mentoring;
mod open_data;
mod places;
mod plans;
mod problems;
mod reading;
mod referrals;
mod releases;
mod support;
mod training;
mod webhooks;
mod world;
