//! Marketing (P5): what a product is, where it is sold online, and when that counts.

pub mod bazaar;
pub mod curation;
pub mod e_order;
pub mod listing;
pub mod product;

pub use listing::{ListingAddress, ListingTerms, Marketplace};
pub use product::{Category, Described, Refused};
