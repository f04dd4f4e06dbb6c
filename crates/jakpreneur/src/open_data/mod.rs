//! Open data: counts for everybody, with small numbers hidden so that nobody works them out.
mod count;
mod csv;
mod kept;
mod metadata;
pub mod pages;
mod publication;
mod table;

pub use csv::csv;
pub use kept::{Kept, published};
pub use metadata::Metadata;
pub use publication::{Cell, OpenRow, OpenTable, Publication};
pub use table::Table;
