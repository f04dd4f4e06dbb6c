//! A plan from a file: read and tried out first, laid out when the officer says so.
mod ask;
mod back;
mod confirm;
mod read;
mod rows;
mod sent;
mod tried;

pub use ask::{NotTried, try_out};
pub use back::back;
pub use confirm::{Confirmed, confirm};
pub use read::{Rows, Unusable, read};
pub use rows::tried;
pub use sent::{Sent, take};
pub use tried::{Into, Tried, keep};

/// Room for thousands of lines; a larger file is no plan.
pub const LARGEST: usize = 5 * 1024 * 1024;

/// What a file that came back once more carries: known, and ignored.
pub const REASONS: &str = "Alasan";
