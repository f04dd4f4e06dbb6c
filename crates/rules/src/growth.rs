//! How a business grows: its size class, and whether it moved up (*naik kelas*) since its baseline (BR-27 to BR-29).

mod known_year;
mod level_up;
mod measurement;
mod month;
mod odd;
mod size;
mod strict;
mod terms;

#[cfg(test)]
mod tests;

pub use known_year::{KnownYear, baseline_year, year_at};
pub use level_up::{Compared, Grown, baseline_of, change, level_up};
pub use measurement::{Measurement, Refused, Source, Workers, assets_at, may_record};
pub use month::Month;
pub use odd::{Odd, Plausible};
pub use size::{Basis, SizeClass, SizeRules, Sized, class_at, rules_on};
pub use strict::{ClassChange, class_change};
pub use terms::{Indicator, Need, Outcome, Terms};
