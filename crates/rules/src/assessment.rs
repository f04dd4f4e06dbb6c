//! What a business needs: yes and no in six groups, compared over time, with advice that binds nobody.

mod advice;
mod compare;
mod questions;
mod score;
mod sheet;

#[cfg(test)]
mod tests;

pub use advice::{Advised, advice};
pub use compare::{Moved, compare};
pub use questions::{Group, QUESTIONS, Question, question};
pub use score::{Score, score};
pub use sheet::{Answer, Sheet};
