//! Bazaars: how many stands there are, who may ask for one, who gets one and why, what was sold (BR-26).

mod configured;
mod draw;
mod holding;
mod sales;
mod seed;
mod terms;

#[cfg(test)]
mod tests;

pub use configured::Configured;
pub use draw::{Applicant, Decided, Placed, draw, earlier_stands_on};
pub use holding::{Holding, holding};
pub use sales::{SellingDay, Sums, Told, sums};
pub use seed::{Commitment, Lot, Seed};
pub use terms::{Asking, Kind, Outsiders, Refused, Terms, Window};
