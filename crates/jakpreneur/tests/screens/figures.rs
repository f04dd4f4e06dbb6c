//! The figures.
