//! What is tried for the acts of training.
pub mod attendance;
pub mod classes;
pub mod mentoring;
pub mod papers;
pub mod plans;
