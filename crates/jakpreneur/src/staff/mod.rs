//! Who works here: accounts, what they may do, and whom they may see.
mod officer;
mod read_log;
mod scope;
mod signed_in;

pub use officer::Officer;
pub use read_log::{log_read, log_read_for};
pub use scope::Scope;
pub use signed_in::{MaybeSignedIn, SignedIn, Via};
