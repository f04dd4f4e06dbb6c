//! What is tried for the acts of training.
pub mod classes;
