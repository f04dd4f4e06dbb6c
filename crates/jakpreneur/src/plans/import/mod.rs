//! A plan from a file: read and tried out first, laid out when the officer says so.
mod ask;
mod back;
mod confirm;
mod read;
mod rows;
mod tried;

pub use ask::{NotTried, try_out};
pub use back::back;
pub use confirm::{Confirmed, confirm};
pub use read::{Rows, Unusable, read};
pub use rows::tried;
pub use tried::{Into, Tried, keep};

/// What a file that came back once more carries: known, and ignored.
pub const REASONS: &str = "Alasan";
