//! The catalogue: products that their sellers agreed to show, for everybody, as pages, schema.org data and a file.
mod badges;
mod feed;
mod pages;
mod schema;
mod shelf;

pub use badges::Badge;
pub use feed::feed;
pub use pages::routes;
pub use shelf::{Item, Kept, Shelf, Sought, on_shelf};
