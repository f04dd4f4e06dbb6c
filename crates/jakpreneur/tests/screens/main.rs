//! Every page as a browser gets it: what it says, what its forms do, and what it weighs.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod browser;
mod classes;
mod corrections;
mod counter;
mod dashboard;
mod every_list;
mod every_number;
mod figures;
mod growth;
mod imports;
mod mentoring;
mod papers;
mod people;
mod places;
mod plans;
mod public;
mod quality;
mod releases;
mod staff;
mod support;
mod waves;
mod world;
