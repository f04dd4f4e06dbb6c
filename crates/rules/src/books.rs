//! The books of a micro business: plain words in, double entry beneath, statements by SAK EMKM (BR-30, BR-31).

mod account;
mod entry;
mod kind;
mod ledger;
mod plain_text;
mod refused;
mod report_terms;
mod statements;

#[cfg(test)]
mod tests;

pub use account::{Account, Class};
pub use entry::{Entry, Posting};
pub use kind::{Group, Kind, Purse};
pub use ledger::Books;
pub use plain_text::{account as plain_account, plain_text};
pub use refused::Refused;
pub use report_terms::ReportTerms;
pub use statements::{Activity, CashFlow, Flow, Income, Line, Note, Period, Position, Statements};
