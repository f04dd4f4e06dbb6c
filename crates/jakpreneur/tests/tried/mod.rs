//! What is tried for the acts of training.
pub mod classes;
pub mod plans;
pub mod papers;
