//! The member's own door: a sign-in code from the counter, the member's stages, card and everything that is
//! recorded of them. A member's session is no officer's: nothing but these pages knows it.
mod give_code;
mod own;
mod pages;
mod readers;
mod rows;
mod session;
mod sign_in;
mod signed_in;
mod taken_out;

pub use give_code::{SignInCodeGiven, give_code};
pub use own::{Own, own};
pub use pages::routes;
pub use readers::Reading;
pub use session::COOKIE;
pub use sign_in::{sign_in, sign_out};
pub use signed_in::Resident;
pub use taken_out::taken_out;
