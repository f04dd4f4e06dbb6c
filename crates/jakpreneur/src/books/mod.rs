//! The books of a member's business: entries and their reversals, months closed and opened again, consent to be
//! seen, statements and the reports kept of them (BR-30, BR-31). Only the member enters anything.
mod close;
mod consent;
mod enter;
mod form;
mod made;
mod officer;
mod opened;
mod pages;
mod receipt;
mod reference;
mod reopen;
mod report;
mod reverse;
mod rows;
mod sheet;
mod told;

pub use close::{MonthClosed, close, replay as replay_closed};
pub use consent::{
    ConsentGiven, ConsentRevoked, consent, replay_consented, replay_revoked, revoke,
};
pub use enter::enter;
pub use form::EntryForm;
pub use made::{EntryMade, replay as replay_made};
pub use officer::{are_shown, seen_by};
pub use opened::{Kept, Opened, mine};
pub use pages::routes;
pub use receipt::{ReceiptAdded, add_receipt, own_receipt, replay as replay_receipt};
pub use reopen::{MonthReopened, reopen, replay as replay_reopened};
pub use report::{ReportKept, Totals, replay as replay_reported, report};
pub use reverse::reverse;
pub use rows::Consent;
pub use told::Told;
