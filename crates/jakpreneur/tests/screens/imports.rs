//! The imports.
