//! Who works here: accounts, what they may do, and whom they may see.
mod account;
mod add;
mod credential;
mod disable;
mod failures;
mod gate;
mod meant;
mod officer;
mod own_password;
pub mod pages;
mod password;
mod read_log;
mod recent;
mod recognise;
mod reset;
mod scope;
mod secret;
mod session;
mod sign_in;
mod signed_in;
mod standing;
mod token;

pub use account::{Account, account_named, accounts, name_of};
pub use add::{AccountForm, NewAccount, UserAdded, add, replay as replay_added};
pub use disable::{UserDisabled, disable, replay as replay_disabled};
pub(crate) use failures::{
    count as count_failure, forget as forget_failures, refuse_locked, sweep as sweep_failures,
};
pub use gate::Gate;
pub use officer::Officer;
pub use own_password::{OwnPasswordChanged, change_own_password};
pub use password::{Cost, Hashed, Password};
pub use read_log::{log_read, log_read_for};
pub use reset::{UserReset, reset};
pub use scope::Scope;
pub(crate) use secret::{Digest, Secret, Use};
pub(crate) use session::later;
pub use session::{COOKIE, Session, no_cookie};
pub use sign_in::{sign_in, sign_out};
pub use signed_in::{MaybeSignedIn, SignedIn, Via, behind_tls};
pub use standing::{seat_of, standing};
pub use token::{Token, TokenMade, TokenRevoked, make_token, revoke_token, tokens};
