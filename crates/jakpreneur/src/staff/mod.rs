//! Who works here: accounts, what they may do, and whom they may see.
mod account;
mod gate;
mod officer;
mod read_log;
mod recent;
mod recognise;
mod scope;
mod secret;
mod session;
mod signed_in;
mod token;

pub use account::{Account, account_named, accounts, name_of};
pub use gate::Gate;
pub use officer::Officer;
pub use read_log::{log_read, log_read_for};
pub use scope::Scope;
pub use session::{COOKIE, Session, no_cookie};
pub use signed_in::{MaybeSignedIn, SignedIn, Via, behind_tls};
