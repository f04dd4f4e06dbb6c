//! Production tools: handed over once a person and agency, with a record to sign; taken back with a reason (BR-20).
mod bast;
mod form;
mod grant;
mod handed;
mod pages;
mod rows;
mod take_back;

pub use bast::bast;
pub use form::{GrantForm, Grantable, ItemForm};
pub use grant::{ToolsGranted, grant, replay as replay_granted};
pub use handed::{Handed, Item};
pub use pages::routes;
pub use rows::{GrantRow, granted, of_member};
pub use take_back::{ToolsTakenBack, replay as replay_taken_back, take_back};
