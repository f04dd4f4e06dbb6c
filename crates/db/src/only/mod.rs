//! The few statements that must differ between the engines, both texts side by side.
mod append_only;
mod connect;
mod lock;
mod many;

pub(crate) use append_only::{guard, step_down};
pub use connect::admin;
pub(crate) use connect::connect;
pub(crate) use lock::one_at_a_time;
