//! Runs an integrated entrepreneurship programme: residents are registered, receive services of seven
//! stages, and anybody may ask how many people reached which stage, as at which day.
pub mod api;
pub mod app;
pub mod attendance;
pub mod bench;
pub mod board;
pub mod certificates;
pub mod classes;
pub mod cli;
pub mod counter;
pub mod demo;
pub mod groups;
pub mod house;
pub mod imports;
pub mod journal;
pub mod mentoring;
pub mod people;
pub mod places;
pub mod plans;
pub mod privacy;
pub mod problem;
pub mod public;
pub mod reports;
pub mod serving;
pub mod staff;
pub mod stages;
pub mod tools;
pub mod verify;
pub mod web;
pub mod words;

pub use app::{App, Opening};
pub use house::{Clock, House, Random};
pub use problem::{Code, FieldError, Problem};
