//! Targets: what was to be reached, by which rule it is counted, and how far it is (BR-34, BR-35, BR-38).
mod children;
mod indicator;
mod outlook;
mod period;
mod progress;
mod rule;
#[cfg(test)]
mod tests;

pub use children::{Parts, Placed, parts};
pub use indicator::Indicator;
pub use outlook::{Outlook, Pace, Unknowable, outlook};
pub use period::Period;
pub use progress::{Progress, reached_on};
pub use rule::CountingRule;

/// No target is larger.
pub const MOST: u64 = 100_000_000;
